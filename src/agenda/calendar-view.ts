// The frame of the calendar page: what time it shows, the way to other times, and what the marks mean.
import { dateOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import { buttonLink } from '../web/components.ts';
import { dayRangeText, monthText } from '../web/dates.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { unknownBusyNotice } from './busy-notices.ts';
import { calendarLegend } from './calendar-legend.ts';
import type { CalendarView, Period } from './calendar-period.ts';
import type { OwnCalendar } from './gather-calendar.ts';
import { monthView } from './month-view.ts';
import { weekView } from './week-view.ts';

export function calendarView(calendar: OwnCalendar, period: Period, today: number): Html {
  const draw = period.view === 'week' ? weekView : monthView;
  return html`<div class="calendar-head">
      <h1>${title(period)}</h1>
      ${views(period)} ${turns(period, today)}
    </div>
    ${calendar.busy === null && unknownBusyNotice()} ${draw(calendar, { period, today })}
    ${calendarLegend(calendar, period.view)}`;
}

function title({ view, first, last, month }: Period): string {
  return view === 'week' ? dayRangeText(first, last) : monthText(month);
}

export function calendarLink(view: CalendarView, date: string): string {
  const asked = view === 'week' ? `date=${date}` : `month=${date.slice(0, 7)}`;
  return `/organiser/calendar?view=${view}&${asked}`;
}

function views(period: Period): Html {
  const link = (view: CalendarView, label: string) => {
    const href = calendarLink(view, anchorOf(period));
    return html`<a${attributes({ href, 'aria-current': view === period.view && 'page' })}>${label}</a>`;
  };
  return html`<nav class="tabs" aria-label="${say('View')}">
    ${link('week', say('Week'))} ${link('month', say('Month'))}
  </nav>`;
}

/** A day that is in what is shown, whichever view it is shown in next. */
function anchorOf({ view, first, month }: Period): string {
  return view === 'week' ? dateOf(first + 3) : `${month}-01`;
}

function turns({ view, before, after }: Period, today: number): Html {
  const [back, on] =
    view === 'week'
      ? [say('Earlier week'), say('Later week')]
      : [say('Earlier month'), say('Later month')];
  return html`<nav class="row calendar-turns" aria-label="${say('Other times')}">
    <a class="arrow arrow-earlier" href="${calendarLink(view, before)}" aria-label="${back}"></a>
    ${buttonLink({ label: say('Today'), href: calendarLink(view, dateOf(today)), kind: 'quiet' })}
    <a class="arrow arrow-later" href="${calendarLink(view, after)}" aria-label="${on}"></a>
  </nav>`;
}
