// What a person can let go wrong, each until it is switched off again: what the product does then is the thing to see.
import type { FaultPlan } from '../google/faults/faults.ts';
import type { SandboxGoogle } from '../google/server.ts';
import type { Switches } from '../google/state.ts';

export type Trouble = {
  name: string;
  title: string;
  /** What it does, in a sentence. */
  effect: string;
  isOn(): boolean;
  set(isOn: boolean): void;
};

type Telling = Pick<Trouble, 'name' | 'title' | 'effect'>;
type PushSwitches = Switches['push'];

const failings: (Telling & { plan: Omit<FaultPlan, 'method'> })[] = [
  {
    name: 'silence',
    title: 'Google does not answer',
    effect: 'Every call hangs until the caller gives up.',
    plan: { fault: 'hang' },
  },
  {
    name: 'errors',
    title: 'Google answers with errors',
    effect: 'Every call is met with 500 Backend Error.',
    plan: { fault: 'backendError' },
  },
  {
    name: 'slowness',
    title: 'Google is slow',
    effect: 'Every answer takes four seconds.',
    plan: { fault: 'slow_body', delayMs: 4000 },
  },
  {
    name: 'limits',
    title: 'Google finds it too much',
    effect: 'Every call is met with 403 Rate Limit Exceeded.',
    plan: { fault: 'rateLimitExceeded' },
  },
];

const pushFailings: (Telling & { on: Partial<PushSwitches>; off: Partial<PushSwitches> })[] = [
  {
    name: 'lost-pushes',
    title: 'Pushes are lost',
    effect: 'Changes are found by the next poll alone.',
    on: { drop: Number.MAX_SAFE_INTEGER },
    off: { drop: 0 },
  },
  {
    name: 'late-pushes',
    title: 'Pushes come late',
    effect: 'Each waits for half a minute.',
    on: { delayMs: 30_000 },
    off: { delayMs: 0 },
  },
  {
    name: 'double-pushes',
    title: 'Pushes come twice',
    effect: 'The same message, number and all.',
    on: { duplicate: true },
    off: { duplicate: false },
  },
  {
    name: 'reordered-pushes',
    title: 'Pushes overtake each other',
    effect: 'Every other one waits for its successor and follows it.',
    on: { reorder: true },
    off: { reorder: false },
  },
  {
    name: 'straggling-pushes',
    title: 'Pushes straggle',
    effect: 'A channel that was stopped is told of one more change.',
    on: { straggler: true },
    off: { straggler: false },
  },
];

export function createTroubles(google: SandboxGoogle): Trouble[] {
  return [
    ...failings.map((failing) => failingCalls(google, failing)),
    ...pushFailings.map((failing) => failingPushes(google, failing)),
  ];
}

function failingCalls(
  { faults }: SandboxGoogle,
  { plan, ...telling }: (typeof failings)[number],
): Trouble {
  let takeBack: (() => void) | null = null;
  return {
    ...telling,
    isOn: () => takeBack !== null,
    set: (isOn) => {
      takeBack?.();
      takeBack = isOn ? faults.add({ ...plan, method: '*', times: 'until_cleared' }) : null;
    },
  };
}

function failingPushes(
  { world }: SandboxGoogle,
  { on, off, ...telling }: (typeof pushFailings)[number],
): Trouble {
  const isAs = (wanted: Partial<PushSwitches>) =>
    Object.entries(wanted).every(
      ([name, value]) => world.switches.push[name as keyof PushSwitches] === value,
    );
  return {
    ...telling,
    isOn: () => !isAs(off),
    set: (isOn) => {
      Object.assign(world.switches.push, isOn ? on : off);
      world.changed();
    },
  };
}
