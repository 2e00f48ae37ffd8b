// Bars as SVG, drawn here: told by its title and description, coloured by the product's style sheet, light and dark.
import { scaleBand, scaleLinear } from 'd3-scale';
import { type Html, html } from '../web/html.ts';

/** `look`: a class of numbers.css, and what the legend calls it. */
export type Series = { look: 'main' | 'amber' | 'faint'; name: string };
export type Bar = { label: string; values: readonly number[] };

export type BarChart = {
  id: string;
  title: string;
  description: string;
  series: readonly Series[];
  /** Their values in the order of the series. */
  bars: readonly Bar[];
};

const size = { width: 360, height: 200 };
const frame = { left: 28, right: 4, top: 8, bottom: 24 };
/** Labels of the bars side by side without touching. */
const mostLabels = 7;

export function barChart(chart: BarChart): Html {
  const { id, title, description, series, bars } = chart;
  const across = scaleBand(
    bars.map((_, index) => index),
    [frame.left, size.width - frame.right],
  ).padding(0.2);
  const most = Math.max(4, ...bars.map(({ values }) => sum(values)));
  const up = scaleLinear([0, most], [size.height - frame.bottom, frame.top]).nice(4);
  const every = Math.ceil(bars.length / mostLabels);
  return html`<svg
      class="chart"
      viewBox="0 0 ${size.width} ${size.height}"
      role="img"
      aria-labelledby="${id}-title ${id}-description"
    >
      <title id="${id}-title">${title}</title>
      <desc id="${id}-description">${description}</desc>
      ${up.ticks(4).map((tick) => line(tick, up(tick)))}
      ${bars.map(({ values }, index) => stack(values, series, up, across(index)!, across.bandwidth()))}
      ${bars.map(({ label }, index) => {
        const middle = across(index)! + across.bandwidth() / 2;
        return index % every === 0 && axisLabel(label, middle);
      })}
    </svg>
    ${series.length > 1 && legend(series)}`;
}

function stack(
  values: readonly number[],
  series: readonly Series[],
  up: (value: number) => number,
  x: number,
  width: number,
): Html[] {
  return values.map((value, index) => {
    const below = sum(values.slice(0, index));
    const top = up(below + value);
    return html`<rect
      class="chart-${series[index]!.look}"
      x="${round(x)}"
      y="${round(top)}"
      width="${round(width)}"
      height="${round(up(below) - top)}"
    />`;
  });
}

function line(tick: number, y: number): Html {
  return html`<line
      class="chart-line"
      x1="${frame.left}"
      x2="${size.width}"
      y1="${round(y)}"
      y2="${round(y)}"
    />
    <text class="chart-text" x="${frame.left - 6}" y="${round(y + 4)}" text-anchor="end"
      >${tick}</text
    >`;
}

function axisLabel(label: string, x: number): Html {
  const y = size.height - frame.bottom + 16;
  return html`<text class="chart-text" x="${round(x)}" y="${y}" text-anchor="middle"
    >${label}</text
  >`;
}

function legend(series: readonly Series[]): Html {
  return html`<ul class="chart-legend" aria-hidden="true">
    ${series.map(
      ({ look, name }) =>
        html`<li>
          <svg class="chart-key" viewBox="0 0 10 10">
            <rect class="chart-${look}" width="10" height="10" />
          </svg>
          ${name}
        </li>`,
    )}
  </ul>`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
