// Drawing a new event into the grid: hours in a day, or whole days.
import { openSheet } from './dialog.ts';
import {
  dayMinutes,
  placeAt,
  showGhost,
  showSlotGhost,
  slotAt,
  snapped,
  stepMinutes,
} from './grid.ts';
import type { Drag } from './move-event.ts';
import { atMinute, daysFrom } from './wall-time.ts';

const usualMinutes = 60;

export function drawBlock(down: PointerEvent): Drag | null {
  const place = placeAt(down.clientX, down.clientY);
  if (!place) return null;
  const { date } = place;
  const first = Math.floor(place.minute / stepMinutes) * stepMinutes;
  let [from, until] = [first, Math.min(first + usualMinutes, dayMinutes)];
  return {
    move: (_, y) => {
      const minute = snapped(placeAt(down.clientX, y)?.minute ?? first);
      from = Math.min(first, minute);
      until = Math.max(first + stepMinutes, minute);
      showGhost(date, from, until - from);
    },
    drop: () => openNew({ start: atMinute(date, from), end: atMinute(date, until) }),
  };
}

export function drawBar(date: string): Drag {
  let [first, last] = [date, date];
  return {
    move: (x) => {
      const there = slotAt(x) ?? date;
      [first, last] = there < date ? [there, date] : [date, there];
      showSlotGhost(first, daysFrom(first, last) + 1);
    },
    drop: () => openNew({ start: first, end: last }),
  };
}

function openNew({ start, end }: { start: string; end: string }): void {
  const [startDate = '', startTime] = start.split('T');
  const [endDate = '', endTime] = end.split('T');
  const times = startTime ? { startTime, endTime: endTime! } : { allDay: 'on' };
  const address = document.querySelector<HTMLElement>('[data-new]')!.dataset['new']!;
  void openSheet(`${address}?${new URLSearchParams({ startDate, endDate, ...times }).toString()}`);
}
