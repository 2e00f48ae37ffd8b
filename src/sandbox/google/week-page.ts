// One week of one account: a row of whole days above a grid of hours. Complete without JavaScript; client/week.ts adds
// dragging to the marks that stand here as data-attributes.
import { attributes, html, type Html } from '../../web/html.ts';
import type { Account } from './state.ts';
import { wallTimeAt } from './times.ts';
import { dateAt, minuteAt, type Week } from './week-dates.ts';
import type { SeenEvent } from './week-events.ts';
import { barsOf, blocksOf, type Bar, type Block } from './week-layout.ts';
import { eventLink, newLink, weekLink } from './week-links.ts';
import { clockTime, dayTitle, eventTime, shortWeekday, standingWords } from './week-words.ts';

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

function barLink(view: WeekView, { seen, day, days, row }: Bar): Html {
  const place = `--day: ${day}; --days: ${days}; --row: ${row}; ${hue(seen)}`;
  return eventAnchor(
    view,
    seen,
    { class: `event whole ${look(seen)}`, style: place },
    html`<b>${title(seen)}</b>`,
  );
}

function blockLink(view: WeekView, { seen, date, from, until, lane, lanes }: Block): Html {
  const { timeZone } = view.week;
  const place = `--from: ${from}; --minutes: ${until - from}; --lane: ${lane}; --lanes: ${lanes}; ${hue(seen)}`;
  const size = until - from <= 30 ? ' short' : until - from <= 45 ? ' snug' : '';
  return eventAnchor(
    view,
    seen,
    {
      class: `event block ${look(seen)}${size}`,
      style: place,
      'data-date': date,
      'data-from': from,
      'data-until': until,
    },
    html`<b>${title(seen)}</b>
      <span>${clockTime(seen.start, timeZone)}–${clockTime(seen.end, timeZone)}</span>`,
  );
}

type Marks = Record<string, string | number>;

function eventAnchor(
  { account, week }: WeekView,
  seen: SeenEvent,
  marks: Marks,
  content: Html,
): Html {
  const { event, calendarId, canChange } = seen;
  const href = eventLink({ account: account.address, calendarId, eventId: event.id });
  const all = attributes({
    ...marks,
    href,
    id: `${marks['data-date'] ?? 'bar'}-${calendarId}-${event.id}`,
    title: `${title(seen)}\n${eventTime(seen, week.timeZone)}`,
    'data-event': `${calendarId} ${event.id}`,
    'data-start': wallTime(seen.start, week.timeZone, seen.isAllDay),
    'data-end': wallTime(seen.end, week.timeZone, seen.isAllDay),
    'data-movable': canChange,
    draggable: 'false',
  });
  const hints = [
    standingWords[seen.standing],
    event.transparency === 'transparent' && 'shown as free',
  ];
  return html`<a ${all}>
    ${content} <span class="unseen">${hints.filter(Boolean).join(', ')}</span>
  </a>`;
}

/** Of whole days the date alone, and the last one as the end. */
function wallTime(instant: number, timeZone: string, isAllDay: boolean): string {
  return wallTimeAt(instant, timeZone).slice(0, isAllDay ? 10 : 16);
}

export function title({ event }: Pick<SeenEvent, 'event'>): string {
  return event.summary ?? 'No title';
}

function look({ standing, event }: SeenEvent): string {
  const free = event.transparency === 'transparent' ? ' free' : '';
  return `${standing}${free}`;
}

function hue({ place, event }: SeenEvent): string {
  const isAway = event.eventType === 'outOfOffice';
  return `--hue: ${isAway ? 320 : ([250, 150, 50, 190][place % 4] ?? 250)}`;
}

function zoneName(now: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' });
  return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
