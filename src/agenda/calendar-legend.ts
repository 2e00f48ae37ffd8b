// Beneath the picture: what its marks mean, by whose clock it is, and what it does not know.
import { startOfDay } from '../availability/time-zone.ts';
import { say } from '../languages/say.ts';
import { dayText, zoneText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { marks, signOf } from './booking-mark.ts';
import { beyondReachNote } from './busy-notices.ts';
import type { CalendarView } from './calendar-period.ts';
import { instantAt, type OwnCalendar } from './gather-calendar.ts';

export function calendarLegend(calendar: OwnCalendar, view: CalendarView): Html {
  return html`<div class="calendar-legend soft small">
    <ul aria-label="${say('What the marks mean')}">
      ${sample('is-confirmed', say('Booked'))} ${sample('is-requested', say('Asked for'))}
      ${sample('is-completed', say('Over'))} ${sample('busy-time', say('Busy in Google Calendar'))}
      ${view === 'week' ? sample('is-open', say('Open hours')) : sample('is-shut', say('Closed'))}
      ${Object.values(marks).map((mark) => html`<li>${signOf(mark())}${mark().words}</li>`)}
    </ul>
    <p>
      ${say('Times in {zone}.', { zone: zoneText(calendar.zone.name, instantAt(calendar.zone, calendar.days[0]!.day)) })}
      ${clockChange(calendar)}
    </p>
    ${reachNote(calendar)}
  </div>`;
}

function sample(look: string, words: string): Html {
  return html`<li><span class="sample ${look}"></span>${words}</li>`;
}

/** A day that is not 24 hours long looks as if it were. */
function clockChange({ zone, days }: OwnCalendar): Child {
  const changed = days.find(
    ({ day }) => startOfDay(zone, day + 1) - startOfDay(zone, day) !== 1440,
  );
  return changed && say('On {day} the clocks change.', { day: dayText(changed.day) });
}

/** What lies beyond what Google is asked for. */
function reachNote({ busy, zone, days, now }: OwnCalendar): Child {
  const end = instantAt(zone, days.at(-1)!.day + 1);
  return busy !== null && end > now && busy.to < end && beyondReachNote(busy.to, zone.name);
}
