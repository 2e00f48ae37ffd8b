// One account's calendars: a tick for those that make one busy, a point for the one that receives bookings.
import type { Calendar } from '../../calendars/calendar-queries.ts';
import { isWritable } from '../../calendars/calendar.ts';
import type { CalendarAccessRole } from '../../google/google.ts';
import { say } from '../../languages/say.ts';
import { attributes, type Child, type Html, html } from '../../web/html.ts';
import { calendarName } from './calendar-name.ts';
import { isUnreadable } from './health.ts';

export type Choice = { busy: readonly string[]; booking?: string | undefined };

export function calendarChoices(calendars: readonly Calendar[], choice: Choice): Html {
  return html`<ul class="calendars">
    ${calendars.map(
      (calendar) =>
        html`<li class="calendar">
          <div>
            <p class="calendar-name">${calendarName(calendar)}</p>
            ${remarks(calendar)}
          </div>
          <div class="calendar-uses">
            ${busyTick(calendar, choice)} ${bookingPoint(calendar, choice)}
          </div>
        </li>`,
    )}
  </ul>`;
}

function remarks(calendar: Calendar): Child {
  if (isUnreadable(calendar))
    return html`<p class="field-error">
      ${say('No longer readable: its time counts as unknown.')}
    </p>`;
  if (!calendar.isListed)
    return html`<p class="field-error">
      ${say('No longer in your list of calendars at Google.')}
    </p>`;
  const told = roles[calendar.accessRole]?.();
  return told && html`<p class="soft small">${told}</p>`;
}

const roles: Record<CalendarAccessRole, (() => string) | null> = {
  owner: null,
  writer: () => say('shared with you'),
  writerWithoutPrivateAccess: () => say('shared with you'),
  reader: () => say('shared with you'),
  freeBusyReader: () => say('shared with you: free or busy only'),
};

function busyTick(calendar: Calendar, { busy }: Choice): Html {
  const input = { type: 'checkbox', name: 'busy', checked: busy.includes(calendar.id) };
  return choiceOf(calendar, input, say('Makes me busy'));
}

/** Also for one that cannot take them any more, while it is the one that should. */
function bookingPoint(calendar: Calendar, { booking }: Choice): Html | null {
  const checked = booking === calendar.id;
  if (!isWritable(calendar) && !checked) return null;
  return choiceOf(calendar, { type: 'radio', name: 'booking', checked }, say('Receives bookings'));
}

function choiceOf(
  { id, title }: Calendar,
  input: { type: string; name: string; checked: boolean },
  label: string,
): Html {
  return html`<label class="choice"
    ><input${attributes({ ...input, value: id })} /><span
      >${label}<span class="visually-hidden">: ${title}</span></span
    ></label
  >`;
}
