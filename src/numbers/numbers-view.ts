// The numbers as a page: a few figures, then each picture with its table and its file.
import { dayOf } from '../availability/dates.ts';
import { button } from '../web/components.ts';
import { selectField } from '../web/fields.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { barChart } from './bar-chart.ts';
import type { Numbers } from './gather-numbers.ts';
import { heatMap, hoursShown, hourText } from './heat-map.ts';
import { keyFigures, type Figures } from './key-figures.ts';
import { type TableName, tableOf } from './number-tables.ts';

export const weekChoices = [4, 12, 26, 52] as const;

export function numbersView(numbers: Numbers, weekCount: number): Html {
  const figures = keyFigures(numbers);
  return html`<h1>Numbers</h1>
    ${periodForm(weekCount)} ${figureList(figures)}
    ${
      numbers.bookings.length === 0 &&
      html`<p class="soft">
        Nothing was booked in these weeks: the pictures fill as bookings come.
      </p>`
    }
    <div class="numbers">
      ${weeksCard(numbers, weekCount)} ${heatCard(numbers, weekCount)}
      ${leadCard(numbers, weekCount)} ${hoursCard(numbers, weekCount)}
    </div>
    <p><a href="${fileAddress('bookings', weekCount)}">All bookings of these weeks as CSV</a></p>`;
}

function periodForm(weekCount: number): Html {
  return html`<form class="row numbers-period" method="get" action="/organiser/numbers">
    ${selectField({
      name: 'weeks',
      label: 'Weeks up to now',
      value: String(weekCount),
      options: weekChoices.map((count) => ({ value: String(count), label: `${count} weeks` })),
    })}
    ${button({ label: 'Show', kind: 'plain' })}
  </form>`;
}

function figureList({ appointments, fullness, noShows, cancelled, lead }: Figures): Html {
  const pairs = [
    ['Appointments', appointments],
    ['Open hours booked', fullness],
    ['Did not come', noShows],
    ['Cancelled', cancelled],
    ['Usually booked ahead', lead],
  ] as const;
  return html`<dl class="figures">
    ${pairs.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function weeksCard(numbers: Numbers, weekCount: number): Html {
  const { perWeek } = numbers;
  const most = perWeek.toSorted((a, b) => b.booked - a.booked)[0]!;
  const picture = barChart({
    id: 'chart-weeks',
    title: 'Bookings per week',
    description: `One bar a week. Most were kept, or are to come, in the week from ${shortDate(most.monday)}: ${most.booked}.`,
    series: [
      { look: 'main', name: 'Kept or to come' },
      { look: 'amber', name: 'Did not come' },
      { look: 'faint', name: 'Cancelled' },
    ],
    bars: perWeek.map(({ monday, booked, noShows, cancelled }) => ({
      label: shortDate(monday),
      values: [booked, noShows, cancelled],
    })),
  });
  return numberCard('weeks', 'Bookings per week', picture, numbers, weekCount);
}

function heatCard(numbers: Numbers, weekCount: number): Html {
  const { cells } = numbers;
  const note = 'By the hours as they are now, up to this moment; cancelled bookings do not count.';
  const picture =
    hoursShown(cells).length === 0
      ? html`<p class="soft">No open hour is past yet.</p>`
      : heatMap(cells, `Percent of the open time that is booked, by weekday and hour. ${note}`);
  const body = html`<p class="soft small">Percent booked. ${note}</p>
    ${picture}`;
  return numberCard('open-hours', 'How full your open hours are', body, numbers, weekCount);
}

function leadCard(numbers: Numbers, weekCount: number): Html {
  const picture = barChart({
    id: 'chart-lead',
    title: 'How far ahead people book',
    description: numbers.leadTimes.map(({ label, count }) => `${label}: ${count}`).join(', '),
    series: [{ look: 'main', name: 'Bookings' }],
    bars: numbers.leadTimes.map(({ label, count }) => ({
      label: label.replace(/(?<=\d) days?$/, ' d'),
      values: [count],
    })),
  });
  return numberCard('lead-times', 'How far ahead people book', picture, numbers, weekCount);
}

function hoursCard(numbers: Numbers, weekCount: number): Html {
  const hours = numbers.perHour.filter(({ count }) => count > 0).map(({ hour }) => hour);
  const first = Math.min(...hours);
  const shown = numbers.perHour.filter(({ hour }) => first <= hour && hour <= Math.max(...hours));
  const busiest = shown.toSorted((a, b) => b.count - a.count)[0];
  const picture = barChart({
    id: 'chart-hours',
    title: 'Busiest hours',
    description: busiest
      ? `Most appointments, ${busiest.count}, start from ${hourText(busiest.hour)} on.`
      : 'No appointments.',
    series: [{ look: 'main', name: 'Appointments' }],
    bars: shown.map(({ hour, count }) => ({ label: hourText(hour), values: [count] })),
  });
  return numberCard('starts', 'Busiest hours', picture, numbers, weekCount);
}

function numberCard(
  name: TableName,
  title: string,
  picture: Child,
  numbers: Numbers,
  weekCount: number,
): Html {
  return html`<section class="card stack" aria-labelledby="numbers-${name}">
    <h2 id="numbers-${name}">${title}</h2>
    ${picture}
    <details class="details">
      <summary>As a table<span class="visually-hidden">: ${title}</span></summary>
      ${tableView(name, title, numbers)}
    </details>
    <p>
      <a href="${fileAddress(name, weekCount)}"
        >CSV file<span class="visually-hidden">: ${title}</span></a
      >
    </p>
  </section>`;
}

function tableView(name: TableName, title: string, numbers: Numbers): Html {
  const { head, rows } = tableOf(name, numbers);
  return html`<div class="table-wide" role="region" aria-label="${title}, as a table" tabindex="0">
    <table class="table">
      <thead>
        <tr>
          ${head.map((label) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function fileAddress(name: TableName, weekCount: number): string {
  return `/organiser/numbers/${name}.csv?weeks=${weekCount}`;
}

const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "23 Nov" */
function shortDate(date: string): string {
  return dates.format(dayOf(date) * 86_400_000);
}
