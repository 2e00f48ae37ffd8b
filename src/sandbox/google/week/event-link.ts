// An event as it stands in the week's grid: a link to its page, with the marks that client/ drags by.
import { attributes, html, type Html } from '../../../web/html.ts';
import { wallTimeAt } from '../times.ts';
import type { SeenEvent } from './events.ts';
import type { Bar, Block } from './layout.ts';
import { eventLink } from './links.ts';
import type { WeekView } from './week-page.ts';
import { clockTime, eventTime, standingWords, titleOf } from './words.ts';

export function barLink(view: WeekView, { seen, day, days, row }: Bar): Html {
  const place = `--day: ${day}; --days: ${days}; --row: ${row}; ${hue(seen)}`;
  return eventAnchor(
    view,
    seen,
    { class: `event whole ${look(seen)}`, style: place },
    html`<b>${titleOf(seen.event)}</b>`,
  );
}

export function blockLink(view: WeekView, { seen, date, from, until, lane, lanes }: Block): Html {
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
    html`<b>${titleOf(seen.event)}</b>
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
    title: `${titleOf(seen.event)}\n${eventTime(seen, week.timeZone)}`,
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

function look({ standing, event }: SeenEvent): string {
  const free = event.transparency === 'transparent' ? ' free' : '';
  return `${standing}${free}`;
}

function hue({ place, event }: SeenEvent): string {
  const isAway = event.eventType === 'outOfOffice';
  return `--hue: ${isAway ? 320 : ([250, 150, 50, 190][place % 4] ?? 250)}`;
}
