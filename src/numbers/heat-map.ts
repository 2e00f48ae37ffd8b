// Utilisation as SVG: hours down, weekdays across, the fuller the deeper; each open cell says its percentage.
import { scaleBand, scaleLinear } from 'd3-scale';
import { weekdayNames } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { hourText } from './number-words.ts';
import type { HourCell } from './utilisation.ts';

const width = 360;
const rowHeight = 22;
const frame = { left: 40, top: 22 };

/** Deep enough to tell, and the figures on it can still be read in light and dark. */
const depth = scaleLinear([0, 1], [0.06, 0.45]).clamp(true);

export function heatMap(
  cells: readonly HourCell[],
  { title, description }: { title: string; description: string },
): Html {
  const hours = hoursShown(cells);
  const across = scaleBand([1, 2, 3, 4, 5, 6, 7], [frame.left, width]).paddingInner(0.06);
  const height = frame.top + hours.length * rowHeight;
  const down = scaleBand(hours, [frame.top, height]).paddingInner(0.1);
  const shown = cells.filter(({ hour }) => hours.includes(hour));
  return html`<svg
    class="chart"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="heat-title heat-description"
  >
    <title id="heat-title">${title}</title>
    <desc id="heat-description">${description}</desc>
    ${weekdayNames().map(({ short }, index) => text(short, across(index + 1)! + across.bandwidth() / 2, 14))}
    ${hours.map((hour) => text(hourText(hour), frame.left - 21, down(hour)! + 14))}
    ${shown.map((cell) =>
      drawn(cell, {
        x: across(cell.weekday)!,
        y: down(cell.hour)!,
        width: across.bandwidth(),
        height: down.bandwidth(),
      }),
    )}
  </svg>`;
}

/** From the first to the last hour that is open on any day. */
export function hoursShown(cells: readonly HourCell[]): number[] {
  const open = cells.filter(({ openMinutes }) => openMinutes > 0).map(({ hour }) => hour);
  if (open.length === 0) return [];
  const first = Math.min(...open);
  return Array.from({ length: Math.max(...open) - first + 1 }, (_, index) => first + index);
}

/** 0 to 1; null where it is never open. */
function shareOf({ openMinutes, bookedMinutes }: Omit<HourCell, 'weekday' | 'hour'>) {
  return openMinutes === 0 ? null : bookedMinutes / openMinutes;
}

type Box = { x: number; y: number; width: number; height: number };

function drawn(cell: HourCell, { x, y, width: wide, height }: Box): Html {
  const share = shareOf(cell);
  if (share === null) return html``;
  const opacity = Math.round(depth(share) * 100) / 100;
  return html`<rect
      class="chart-main"
      x="${round(x)}"
      y="${round(y)}"
      width="${round(wide)}"
      height="${round(height)}"
      rx="3"
      fill-opacity="${opacity}"
    />${text(`${Math.round(share * 100)}`, x + wide / 2, y + 14, 'chart-figure')}`;
}

function text(words: string, x: number, y: number, look = 'chart-text'): Html {
  return html`<text class="${look}" x="${round(x)}" y="${round(y)}" text-anchor="middle"
    >${words}</text
  >`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
