// When an event type can be booked, in plain words beside each number, and what becomes of a booking.
import { say } from '../languages/say.ts';
import { scheduleName } from '../schedules/schedule.ts';
import { buttonLink } from '../web/components.ts';
import { choiceField, selectField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { fullCalendarName } from './connections/calendar-name.ts';
import { common, type EventTypeForm, group, number } from './event-type-controls.ts';
import { confirmations, declines, units } from './event-type-options.ts';

export function timing(form: EventTypeForm): Html {
  return group(
    say('When it can be booked'),
    html`${scheduleField(form)} ${notice(form)}
      <div class="form-pair">
        ${number(form, 'horizonDays', {
          hint: say('Up to this many days from today can be booked.'),
        })}
        ${number(form, 'slotStepMinutes', {
          hint: say('15 offers 9:00, 9:15, 9:30 … within your hours.'),
        })}
      </div>
      <div class="form-pair">
        ${number(form, 'bufferBeforeMinutes', {
          hint: say('Time to prepare. Nothing else is booked into it.'),
        })}
        ${number(form, 'bufferAfterMinutes', {
          hint: say('Time to write things up, or to get elsewhere.'),
        })}
      </div>
      <div class="form-pair">
        ${number(form, 'dailyCap', {
          isOptional: true,
          hint: say('Counts all your bookings of a day. Left empty: as many as fit.'),
        })}
      </div>`,
  );
}

function notice(form: EventTypeForm): Html {
  return html`<div class="with-unit">
    ${number(form, 'minimumNoticeMinutes', {
      hint: say('Nobody can book a time that begins sooner than this from now.'),
    })}
    ${selectField({ ...common(form, 'minimumNoticeUnit'), options: units() })}
  </div>`;
}

/** Only where there is a choice. */
function scheduleField(form: EventTypeForm): Html | false {
  const { schedules } = form;
  if (schedules.length < 2) return false;
  const options = schedules.map((schedule) => ({
    value: schedule.isDefault ? '' : schedule.id,
    label: schedule.isDefault
      ? say('{name}, your usual hours', { name: scheduleName(schedule) })
      : scheduleName(schedule),
  }));
  return html`<div class="form-pair">
    ${selectField({ ...common(form, 'schedule'), options })}
    <p>${buttonLink({ label: say('See your hours'), href: '/organiser/hours', kind: 'quiet' })}</p>
  </div>`;
}

export function coming(form: EventTypeForm): Html {
  return group(
    say('How a booking comes about'),
    html`<div class="choices-down">
        ${choiceField({ ...common(form, 'confirmation'), options: confirmations() })}
      </div>
      <div class="choices-down">
        ${choiceField({ ...common(form, 'onDecline'), options: declines() })}
      </div>
      ${calendarField(form)}`,
  );
}

/** Only where there is a choice. */
function calendarField(form: EventTypeForm): Html | false {
  const { calendars } = form;
  const chosen = form.fields['bookingCalendarId'];
  if (calendars.length < 2 && !chosen) return false;
  const options = calendars.map((each) => ({ value: each.id, label: fullCalendarName(each) }));
  return selectField({
    ...common(form, 'bookingCalendarId'),
    isOptional: true,
    options: [{ value: '', label: say('Where the other bookings go') }, ...options],
  });
}
