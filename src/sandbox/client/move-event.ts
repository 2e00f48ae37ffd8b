// Moving an event with the mouse, or pulling its lower edge.
import { placeAt, showGhost, showSlotGhost, slotAt, snapped, stepMinutes } from './grid.ts';
import { saveTimes } from './save-times.ts';
import { daysFrom, shifted } from './wall-time.ts';

/** Follows the pointer; `drop` says what happens where it is let go. */
export type Drag = { move(x: number, y: number): void; drop(): void };

export function moveBlock(block: HTMLElement, down: PointerEvent): Drag | null {
  const { date, from, until, start, end } = block.dataset;
  const grasp = placeAt(down.clientX, down.clientY);
  if (!grasp) return null;
  const minutes = Number(until) - Number(from);
  let shift = { days: 0, minutes: 0 };
  return {
    move: (x, y) => {
      const place = placeAt(x, y);
      if (!place) return;
      const moved = snapped(Number(from) + place.minute - grasp.minute);
      shift = { days: daysFrom(date!, place.date), minutes: moved - Number(from) };
      showGhost(place.date, moved, minutes);
    },
    drop: () => void saveTimes(block, shifted(start!, shift), shifted(end!, shift)),
  };
}

export function pullEdge(block: HTMLElement): Drag {
  const { date, from, until, start, end } = block.dataset;
  let minutes = 0;
  return {
    move: (x, y) => {
      const { left, right } = block.getBoundingClientRect();
      const place = placeAt(Math.min(Math.max(x, left), right - 1), y);
      if (!place) return;
      const last = Math.max(snapped(place.minute), Number(from) + stepMinutes);
      minutes = last - Number(until);
      showGhost(date!, Number(from), last - Number(from));
    },
    drop: () => void saveTimes(block, start!, shifted(end!, { minutes })),
  };
}

export function moveBar(bar: HTMLElement, x: number): Drag | null {
  const grasp = slotAt(x);
  const { start, end } = bar.dataset;
  if (grasp === null) return null;
  const length = Math.max(1, daysFrom(start!.slice(0, 10), end!.slice(0, 10)));
  let days = 0;
  return {
    move: (pointer) => {
      const date = slotAt(pointer);
      if (date === null) return;
      days = daysFrom(grasp, date);
      showSlotGhost(shifted(start!.slice(0, 10), { days }), length);
    },
    drop: () => void saveTimes(bar, shifted(start!, { days }), shifted(end!, { days })),
  };
}
