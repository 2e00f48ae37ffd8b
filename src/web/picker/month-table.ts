// One month as a table; days with free times are links, the others plain numbers.
import { dateOf, dayOf, weekdayOf } from '../../availability/dates.ts';
import { say, sayHtml } from '../../languages/say.ts';
import { unseen } from '../components.ts';
import { dayText, monthText, weekdayNames } from '../dates.ts';
import { attributes, type Html, html } from '../html.ts';
import { monthAfter } from './choose-day.ts';
import { dayLink, monthLink } from './links.ts';
import { horizonText } from './nothing-free.ts';
import type { Picker } from './picker.ts';

export function monthTable(view: Picker): Html {
  const { month } = view.choice;
  return html`<section class="month" aria-labelledby="month-title">
    <div class="picker-head">
      <h2 id="month-title" tabindex="-1">
        ${sayHtml('<aside>Choose another day: </aside>{month}', { month: monthText(month), aside: unseen })}
      </h2>
      <div class="arrows">${turn(view, -1)} ${turn(view, 1)}</div>
    </div>
    <table>
      <thead>
        <tr>
          ${weekdayNames().map(({ long, short }) => html`<th scope="col" abbr="${long}">${short}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(month).map(
          (week) =>
            html`<tr>
              ${week.map((day) => html`<td>${day !== null && cell(view, day)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${isHorizonAhead(view) && html`<p class="soft small">${horizonText(view.choice)}</p>`}
  </section>`;
}

/** Said below the last month, unless it is said in place of the times. */
function isHorizonAhead({ choice }: Picker): boolean {
  return choice.month === choice.lastMonth && choice.outside !== 'beyond';
}

/** Weeks from Monday to Sunday; null where a week reaches into the next month. */
export function weeksOf(month: string): (number | null)[][] {
  const first = dayOf(`${month}-01`);
  const next = dayOf(`${monthAfter(month, 1)}-01`);
  const monday = first - weekdayOf(first) + 1;
  const weeks = Math.ceil((next - monday) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, index) => within(monday + week * 7 + index, first, next)),
  );
}

function within(day: number, first: number, next: number): number | null {
  return day >= first && day < next ? day : null;
}

function turn({ choice, state }: Picker, count: -1 | 1): Html {
  const way = count < 0 ? 'earlier' : 'later';
  const month = monthAfter(choice.month, count);
  if (month < choice.firstMonth || month > choice.lastMonth)
    return html`<span class="arrow arrow-${way}" aria-hidden="true"></span>`;
  const own = { class: `arrow arrow-${way}`, id: `month-${way}`, 'aria-label': monthText(month) };
  return html`<a${attributes({ href: monthLink(state, month), ...own, 'data-swap': true })}></a>`;
}

function cell({ choice, state }: Picker, day: number): Html {
  const number = Number(dateOf(day).slice(8));
  const count = choice.startsByDay.get(day)?.length ?? 0;
  const isChosen = day === choice.day;
  const looks = `day${day === choice.today ? ' day-today' : ''}`;
  const current = isChosen && 'date';
  if (count === 0)
    return html`<span${attributes({ class: looks, 'aria-current': current })}>${number}</span>`;
  const told = attributes({
    class: `${looks} day-free`,
    href: dayLink(state, day),
    id: `day-${dateOf(day)}`,
    'aria-label': say('{count, plural, one {{day}, # time} other {{day}, # times}}', {
      day: dayText(day),
      count,
    }),
    'aria-current': current,
    'data-swap': true,
  });
  return html`<a${told}>${number}</a>`;
}
