// The mouse in the week's grid: drawing a new event, moving one, pulling its lower edge. A finger scrolls and taps.
import { drawBlock, drawBar } from './draw-event.ts';
import { hideGhost } from './grid.ts';
import { hold } from './live.ts';
import { moveBlock, moveBar, pullEdge, type Drag } from './move-event.ts';

const edgePixels = 8;
const clickPixels = 4;

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
    if (event.matches('.whole')) return moveBar(event, down.clientX);
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

/** The click that a browser sends after the drag is no wish to open. */
function swallowClick(): void {
  const swallow = (click: Event) => {
    click.preventDefault();
    click.stopPropagation();
  };
  document.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener('click', swallow, { capture: true }));
}
