// One booking on the organiser's page: who and when, how it stands, and what can be done with it.
import type { CalendarFlag } from '../bookings/booking.ts';
import { flagWords } from '../bookings/calendar-flag.ts';
import { badge, button, facts, notice } from '../web/components.ts';
import { textArea } from '../web/fields.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { momentWords, timeWords } from './day-words.ts';
import { awaitsApproval, type OwnAttendee, type OwnBooking } from './own-booking.ts';

/** What the last press of a button came to, when it came to nothing. */
export type Failure = { bookingId: string; message: string; reason: string };

export type EntryView = { now: Date; timeZone: string; failure: Failure | null };

export function bookingEntry(booking: OwnBooking, view: EntryView): Html {
  const { attendee } = booking;
  const failure = view.failure?.bookingId === booking.id ? view.failure : null;
  return html`<li class="entry" id="booking-${booking.id}">
    <p class="entry-time">${timeWords(booking.startsAt, booking.endsAt, view.timeZone)}</p>
    <div class="stack entry-body">
      <div>
        <h3>${attendee?.name ?? 'Erased'}</h3>
        <p class="soft">${booking.eventType.title}</p>
      </div>
      <p class="row entry-badges">${badges(booking, view)}</p>
      ${booking.comment && html`<p class="soft">“${booking.comment}”</p>`}
      ${booking.calendarFlag && flagNotice(booking.calendarFlag)}
      ${attendee && booking.mailRefusal !== null && refusalNotice(attendee, booking.mailRefusal)}
      ${failure && html`<p class="field-error" role="alert">${failure.message}</p>`}
      ${actions(booking, view, failure)} ${attendee && more(booking, attendee, view)}
    </div>
  </li>`;
}

function badges(booking: OwnBooking, { timeZone }: EntryView): Child {
  const { state, attendee, response, isClashing, isPublished, expiresAt } = booking;
  const until = expiresAt && momentWords(expiresAt, timeZone);
  return [
    awaitsApproval(booking) && badge(`Waits for your answer until ${until ?? 'then'}`, 'warning'),
    state === 'requested' && !booking.isProven && badge('Address not confirmed yet'),
    state === 'completed' && badge('Took place', 'success'),
    state === 'no_show' && badge('Did not come', 'warning'),
    state === 'confirmed' && isClashing && badge('Clashes with another booking', 'warning'),
    state === 'confirmed' && !isPublished && badge('On its way to Google'),
    state === 'confirmed' && answer(response),
    attendee && badge(attendee.visits === 0 ? 'New' : `Returning · visit ${attendee.visits + 1}`),
  ];
}

function flagNotice(flag: CalendarFlag): Html {
  return notice({
    kind: 'warning',
    title: 'Please look at Google Calendar',
    body: flagWords[flag],
  });
}

function refusalNotice({ email, phone }: OwnAttendee, said: string): Html {
  const otherWay = phone ? ` Call ${phone} if they need to know something.` : '';
  return notice({
    kind: 'warning',
    title: `The mail to ${email} was refused`,
    body: `Their mail server will not take it (${said}). The address may be mistyped.${otherWay}`,
  });
}

function answer(response: OwnBooking['response']): Child {
  if (response === 'accepted') return badge('Invitation accepted', 'success');
  if (response === 'declined') return badge('Invitation declined', 'warning');
  return response === 'tentative' && badge('Invitation: maybe');
}

function actions(booking: OwnBooking, { now }: EntryView, failure: Failure | null): Child {
  const path = `/organiser/bookings/${booking.id}`;
  const hasStarted = booking.startsAt <= now;
  if (awaitsApproval(booking)) {
    return html`<div class="row">
      <form method="post" action="${path}/approve">
        ${button({ label: named('Accept', booking) })}
      </form>
      ${askOnce({
        label: named('Decline', booking),
        question:
          'Decline this request? The time is offered to others again, and the attendee is told.',
        action: `${path}/decline`,
        yes: 'Yes, decline',
      })}
    </div>`;
  }
  if (booking.state !== 'confirmed') return false;
  return html`<div class="row">
    ${
      hasStarted &&
      askOnce({
        label: named('Did not come', booking),
        question: 'Note that the attendee did not come?',
        action: `${path}/no-show`,
        yes: 'Yes, note it',
      })
    }
    ${
      !hasStarted &&
      askOnce({
        label: named('Cancel', booking),
        question: 'Cancel this appointment? The attendee is told at once.',
        action: `${path}/cancel`,
        yes: 'Yes, cancel it',
        fields: reasonField(booking, failure),
        isOpen: failure !== null,
      })
    }
  </div>`;
}

/** Buttons of one page differ for those who only hear them. */
function named(label: string, { attendee }: OwnBooking): Html {
  return html`${label}<span class="visually-hidden">: ${attendee?.name}</span>`;
}

function reasonField({ id }: OwnBooking, failure: Failure | null): Html {
  return textArea({
    name: `reason-${id}`,
    label: 'Reason, for the attendee',
    isOptional: true,
    rows: 2,
    value: failure?.reason,
    extra: { maxlength: 1000 },
  });
}

export function askOnce(ask: {
  label: Child;
  question: string;
  action: string;
  yes: string;
  fields?: Child;
  isOpen?: boolean;
}): Html {
  return html`<details class="ask" ${ask.isOpen === true && 'open'}>
    <summary class="button button-quiet">${ask.label}</summary>
    <form class="stack" method="post" action="${ask.action}">
      <p>${ask.question}</p>
      ${ask.fields} ${button({ label: ask.yes, kind: 'danger' })}
    </form>
  </details>`;
}

function more(booking: OwnBooking, attendee: OwnAttendee, { timeZone }: EntryView): Html {
  const { email, phone } = attendee;
  return html`<details class="details">
    <summary>Details<span class="visually-hidden"> of ${attendee.name}</span></summary>
    ${facts([
      ['E-mail', html`<a href="mailto:${email}">${email}</a>`],
      ['Phone', phone && html`<a href="tel:${phone}">${phone}</a>`],
      ['Lives in', attendee.timeZone !== timeZone && attendee.timeZone],
      [
        'Says',
        attendee.newPatient !== null && (attendee.newPatient ? 'New here' : 'Was here before'),
      ],
      ['Age', attendee.age],
      ['Gender', attendee.gender],
      ['Address', attendee.address],
      ...Object.entries(attendee.answers ?? {}),
      ['Note', attendee.note],
      ['Google', booking.eventLink && html`<a href="${booking.eventLink}">Open the event</a>`],
      ['Meeting', booking.conferenceLink && html`<a href="${booking.conferenceLink}">Join</a>`],
    ])}
  </details>`;
}
