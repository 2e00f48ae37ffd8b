// The mouse in the week's grid: drawing a new event, moving one, pulling its lower edge. A finger scrolls and taps.
import { openSheet } from './dialog.ts';
import {
  dayMinutes,
  hideGhost,
  placeAt,
  showGhost,
  showSlotGhost,
  slotAt,
  snapped,
  stepMinutes,
} from './grid.ts';
import { hold } from './live.ts';
import { saveTimes } from './save-times.ts';
import { atMinute, daysFrom, shifted } from './wall-time.ts';

/** Follows the pointer; `drop` says what happens where it is let go. */
type Drag = { move(x: number, y: number): void; drop(): void };

const edgePixels = 8;
const clickPixels = 4;
const usualMinutes = 60;

export function startDrags(): void {
  document.addEventListener('pointerdown', (down) => {
    if (down.button !== 0 || !(down.target instanceof Element)) return;
    const drag = dragFor(down, down.target);
    if (drag) follow(down, drag, down.target.closest('[data-event]') !== null);
  });
}

function dragFor(down: PointerEvent, target: Element): Drag | null {
  const event = target.closest<HTMLElement>('[data-event]');
  if (event) {
    if (!('movable' in event.dataset) || down.pointerType === 'touch') return null;
    if (event.matches('.bar')) return moveBar(event, down.clientX);
    const isAtEdge = event.getBoundingClientRect().bottom - down.clientY < edgePixels;
    return isAtEdge ? pullEdge(event) : moveBlock(event, down);
  }
  if (target.closest('.day')) return drawBlock(down);
  const slot = target.closest<HTMLElement>('.slot');
  return slot ? drawBar(slot.dataset['date']!) : null;
}

/** On an event, a press without a move is a click, which opens it; on the grid it makes a new one. */
function follow(down: PointerEvent, drag: Drag, needsMove: boolean): void {
  const end = new AbortController();
  const { signal } = end;
  let isMoved = false;
  const finish = (isDropped: boolean) => {
    end.abort();
    hold(false);
    hideGhost();
    if (isDropped) drag.drop();
  };
  const isFar = ({ clientX, clientY }: PointerEvent) =>
    Math.hypot(clientX - down.clientX, clientY - down.clientY) > clickPixels;

  const onMove = (event: PointerEvent) => {
    isMoved ||= isFar(event);
    if (!isMoved || down.pointerType === 'touch') return;
    hold(true);
    drag.move(event.clientX, event.clientY);
  };
  const onUp = () => {
    if (isMoved && needsMove) swallowClick();
    finish(isMoved ? down.pointerType !== 'touch' : !needsMove);
  };
  document.addEventListener('pointermove', onMove, { signal });
  document.addEventListener('pointerup', onUp, { signal });
  document.addEventListener('pointercancel', () => finish(false), { signal });
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && finish(false);
  document.addEventListener('keydown', onKey, { signal });
}

function moveBlock(block: HTMLElement, down: PointerEvent): Drag | null {
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

function pullEdge(block: HTMLElement): Drag {
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

function moveBar(bar: HTMLElement, x: number): Drag | null {
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

function drawBlock(down: PointerEvent): Drag | null {
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

function drawBar(date: string): Drag {
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

/** The click that a browser sends after the drag is no wish to open. */
function swallowClick(): void {
  const swallow = (click: Event) => {
    click.preventDefault();
    click.stopPropagation();
  };
  document.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener('click', swallow, { capture: true }));
}
