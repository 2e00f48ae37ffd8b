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

let isBusy = false;

export function startKeys(): void {
  document.addEventListener('keydown', (press) => {
    const step = steps[press.key];
    const event = document.activeElement;
    if (!step || !press.altKey || !(event instanceof HTMLElement) || !('movable' in event.dataset))
      return;
    press.preventDefault();
    if (!isBusy) void move(event, step, press.shiftKey);
  });
}

async function move(event: HTMLElement, step: Shift, isEnd: boolean): Promise<void> {
  const { start = '', end = '', event: id = '' } = event.dataset;
  const isAllDay = start.length === 10;
  if (isAllDay && step.minutes !== undefined) return;
  const moved = shifted(end, step);
  if (isEnd && moved <= start) return;
  isBusy = true;
  try {
    await saveTimes(event, isEnd ? start : shifted(start, step), moved);
  } finally {
    isBusy = false;
  }
  document.querySelector<HTMLElement>(`[data-event="${CSS.escape(id)}"]`)?.focus();
}
