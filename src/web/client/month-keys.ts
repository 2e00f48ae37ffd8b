// Arrow keys in the month: left and right by a free day, up and down by a week, Home and End to the first and last,
// Page Up and Page Down by a month. Tab goes on as ever: every day stays a link.

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function walkMonth(): void {
  document.addEventListener('keydown', (event) => {
    const day = (event.target as Element).closest<HTMLElement>('.day-free');
    if (!day || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = targetOf(day, event.key);
    if (!target) return;
    event.preventDefault();
    if (event.key.startsWith('Page')) target.click();
    else target.focus();
  });
}

function targetOf(day: HTMLElement, key: string): HTMLElement | null {
  const days = [...document.querySelectorAll<HTMLElement>('.day-free')];
  if (key === 'Home') return days[0] ?? null;
  if (key === 'End') return days.at(-1) ?? null;
  if (key === 'PageUp') return document.querySelector('a#month-earlier');
  if (key === 'PageDown') return document.querySelector('a#month-later');
  const step = steps[key];
  return step === undefined ? null : nearest(days, dateOf(day), step);
}

/** The next free day in that direction; by weeks, the one closest to the same weekday a week on. */
function nearest(days: HTMLElement[], from: number, step: number): HTMLElement | null {
  const ahead = days.filter((day) => (dateOf(day) - from) * step > 0);
  const wanted = from + step;
  return (
    ahead.sort((a, b) => Math.abs(dateOf(a) - wanted) - Math.abs(dateOf(b) - wanted))[0] ?? null
  );
}

function dateOf(day: HTMLElement): number {
  return Number(day.id.slice(-2));
}
