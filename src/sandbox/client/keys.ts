// The keyboard in the week's grid: Alt and the arrows move the event in focus by a quarter of an hour or a day; with
// Shift they move its end.
import { saveTimes } from './save-times.ts';
import { shifted, type Shift } from './wall-time.ts';

const steps: Record<string, Shift> = {
  ArrowUp: { minutes: -15 },
  ArrowDown: { minutes: 15 },
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
};

/** Presses are carried out one after the other, however fast they come. */
let latest = Promise.resolve();

export function startKeys(): void {
  document.addEventListener('keydown', (press) => {
    const step = steps[press.key];
    const event = document.activeElement;
    const isMove = press.altKey && event instanceof HTMLElement && 'movable' in event.dataset;
    if (!step || !isMove) return;
    press.preventDefault();
    const id = event.dataset['event']!;
    const turn = async () => move(id, step, press.shiftKey);
    latest = latest.then(turn, turn);
  });
}

async function move(id: string, step: Shift, isEnd: boolean): Promise<void> {
  const event = findEvent(id);
  const { start = '', end = '' } = event?.dataset ?? {};
  const isAllDay = start.length === 10;
  const moved = end && shifted(end, step);
  if (!event || (isAllDay && step.minutes !== undefined) || (isEnd && moved <= start)) return;
  await saveTimes(event, isEnd ? start : shifted(start, step), moved);
  findEvent(id)?.focus();
}

function findEvent(id: string): HTMLElement | null {
  return document.querySelector(`[data-event="${CSS.escape(id)}"]`);
}
