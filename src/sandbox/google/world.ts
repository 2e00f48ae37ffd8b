// The sandbox Google's memory: accounts, calendars, events. Every change passes through `changed`, which wakes the
// listeners (persistence, live pages) and the watching channels once per commit.
import type { Clock } from '../../clock.ts';
import {
  addAccount,
  addCalendar,
  removeCalendar,
  share,
  type NewAccount,
  type NewCalendar,
} from './calendars/calendar-store.ts';
import type { Deliver } from './push/push-delivery.ts';
import { createPushes, type Pushes } from './push/push.ts';
import { allOff, emptyState, type Account, type Calendar, type Role, type State } from './state.ts';

export type World = {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly state: State;
  readonly invitations: State['invitations'];
  readonly switches: State['switches'];
  /** Messages to channels on their way. */
  readonly pushes: Pushes;
  /** With its primary calendar. */
  addAccount(account: NewAccount): Account;
  addCalendar(calendar: NewCalendar): Calendar;
  share(calendarId: string, address: string, role: Role | 'none'): void;
  /** With all that stands on it. */
  removeCalendar(calendarId: string): void;
  /** A number for the next write, in milliseconds since the epoch; never the same twice. */
  nextVersion(): number;
  /** Tells of a write that was made to the state. */
  changed(calendarId?: string): void;
  /** Called once after each commit, in a microtask. Returns how to stop it. */
  onChange(listener: () => void): () => void;
  toSnapshot(): State;
  restore(snapshot: State): void;
  close(): Promise<void>;
};

export type WorldOptions = {
  clock: Clock;
  random?: () => number;
  deliver?: Deliver;
  /** Pauses between the tries of one push. */
  retryDelaysMs?: readonly number[];
  snapshot?: State | undefined;
};

export function createWorld(options: WorldOptions): World {
  const { clock, random = Math.random } = options;
  let state = revived(options.snapshot ?? emptyState());
  const pushes = createPushes({ ...options, state: () => state });
  const notices = createNotices((calendarIds) => calendarIds.forEach(pushes.tell));
  const nextVersion = () => (state.version = Math.max(clock().getTime(), state.version + 1));

  const world: World = {
    clock,
    random,
    pushes,
    get state() {
      return state;
    },
    get invitations() {
      return state.invitations;
    },
    get switches() {
      return state.switches;
    },
    addAccount: (account) => addAccount(world, account),
    addCalendar: (calendar) => addCalendar(world, calendar),
    share: (calendarId, address, role) => share(world, calendarId, address, role),
    removeCalendar: (calendarId) => removeCalendar(world, calendarId),
    nextVersion,
    changed: notices.changed,
    onChange: notices.onChange,
    toSnapshot: () => structuredClone(state),
    restore: (snapshot) => {
      pushes.forget();
      state = revived(snapshot);
      world.changed();
    },
    close: () => pushes.close(),
  };
  return world;
}

/** A snapshot of an older sandbox lacks what is new. */
function revived(snapshot: State): State {
  const { switches, ...rest } = structuredClone(snapshot);
  return { ...emptyState(), ...rest, switches: { ...allOff(), ...switches } };
}

/** Gathers what one synchronous commit changed. */
function createNotices(tell: (calendarIds: ReadonlySet<string>) => void) {
  const listeners = new Set<() => void>();
  let touched: Set<string> | null = null;

  const flush = () => {
    const calendarIds = touched ?? new Set<string>();
    touched = null;
    tell(calendarIds);
    for (const listener of listeners) listener();
  };
  return {
    changed: (calendarId?: string) => {
      if (!touched) queueMicrotask(flush);
      touched ??= new Set();
      if (calendarId !== undefined) touched.add(calendarId);
    },
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
