// One week of one account: a row of whole days above a grid of hours. Complete without JavaScript; client/week.ts adds
// dragging to the marks that stand here as data-attributes.
import { html, type Html } from '../../../web/html.ts';
import type { Account } from '../state.ts';
import { dateAt, minuteAt, type Week } from './dates.ts';
import { barLink, blockLink } from './event-link.ts';
import type { SeenEvent } from './events.ts';
import { barsOf, blocksOf } from './layout.ts';
import { newLink, weekLink } from './links.ts';
import { dayTitle, shortWeekday } from './words.ts';

export type WeekView = {
  account: Account;
  week: Week;
  events: SeenEvent[];
  now: Date;
  version: string;
};

export function weekGrid(view: WeekView): Html {
  const { account, week, events, now, version } = view;
  const today = dateAt(now.getTime(), week.timeZone);
  const bars = barsOf(events, week);
  const rows = Math.max(1, ...bars.map(({ row }) => row + 1));
  return html`<div
    class="week"
    data-live="${weekLink(account.address)}/version"
    data-version="${version}"
    data-new="${newLink(account.address)}"
    data-time-zone="${week.timeZone}"
    style="--rows: ${rows}"
  >
    <div class="scroll" data-keep-scroll>
      <div class="heads">${week.dates.map((date) => head(account, date, date === today))}</div>
      <div class="whole-days" role="group" aria-label="Whole days">
        <span class="zone">${zoneName(now, week.timeZone)}</span>
        ${week.dates.map((date, day) => html`<div class="slot" data-date="${date}" style="--day: ${day}"></div>`)}
        ${bars.map((bar) => barLink(view, bar))}
      </div>
      <div class="hours">
        <div class="clock" aria-hidden="true">
          ${hours.map((hour) => html`<span>${hour}</span>`)}
        </div>
        ${week.dates.map((date) => day(view, date, date === today))}
      </div>
    </div>
  </div>`;
}

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

function head({ address }: Account, date: string, isToday: boolean): Html {
  return html`<div class="head${isToday && ' today'}">
    <a href="${newLink(address, date)}" title="Add an event on ${dayTitle(date)}" data-add>
      <span aria-hidden="true">${shortWeekday(date)} <b>${Number(date.slice(8))}</b></span>
      <span class="unseen">Add an event on ${dayTitle(date)}${isToday && ', today'}</span>
    </a>
  </div>`;
}

function day(view: WeekView, date: string, isToday: boolean): Html {
  const blocks = blocksOf(view.events, view.week, date);
  const minute = minuteAt(view.now.getTime(), view.week.timeZone);
  return html`<section
    class="day${isToday && ' today'}"
    data-date="${date}"
    aria-label="${dayTitle(date)}"
  >
    ${blocks.map((block) => blockLink(view, block))}
    ${isToday && html`<div class="now" style="--from: ${minute}"></div>`}
  </section>`;
}

function zoneName(now: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' });
  return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
