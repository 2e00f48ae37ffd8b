// Which day and minute a place in the week's grid is, and the shape that shows where a drag would land.

export const stepMinutes = 15;
export const dayMinutes = 24 * 60;

export type Place = { date: string; minute: number };

export function placeAt(x: number, y: number): Place | null {
  const day = columnAt('.day', x);
  if (!day) return null;
  const { top, height } = day.getBoundingClientRect();
  const minute = ((y - top) / height) * dayMinutes;
  return { date: day.dataset['date']!, minute: Math.min(Math.max(0, minute), dayMinutes) };
}

/** The date of the all-day row's column there. */
export function slotAt(x: number): string | null {
  return columnAt('.slot', x)?.dataset['date'] ?? null;
}

export function snapped(minute: number): number {
  return Math.round(minute / stepMinutes) * stepMinutes;
}

export function showGhost(date: string, from: number, minutes: number): void {
  const ghost = theGhost();
  ghost.style.cssText = `--from: ${from}; --minutes: ${minutes}`;
  ghost.textContent = `${clock(from)}–${clock(from + minutes)}`;
  document.querySelector(`.day[data-date="${date}"]`)?.append(ghost);
}

export function showSlotGhost(from: string, days: number): void {
  const ghost = theGhost();
  const slots = [...document.querySelectorAll<HTMLElement>('.slot')];
  const day = slots.findIndex(({ dataset }) => dataset['date'] === from);
  ghost.style.cssText = `--day: ${Math.max(0, day)}; --days: ${days}; --row: 0`;
  ghost.textContent = '';
  document.querySelector('.whole-days')?.append(ghost);
}

export function hideGhost(): void {
  document.querySelector('.ghost')?.remove();
}

function theGhost(): HTMLElement {
  const ghost = document.querySelector<HTMLElement>('.ghost') ?? document.createElement('div');
  ghost.className = 'ghost';
  return ghost;
}

function columnAt(selector: string, x: number): HTMLElement | undefined {
  const columns = [...document.querySelectorAll<HTMLElement>(selector)];
  const isAt = (column: Element) => {
    const { left, right } = column.getBoundingClientRect();
    return x >= left && x < right;
  };
  return columns.find(isAt);
}

function clock(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(Math.round(minute) % 60)}`;
}
