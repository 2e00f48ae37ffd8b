// One booking in the day: who and when, how it stands, and what is to be done with it now. Its name leads to its own page.
import { say, sayHtml } from '../languages/say.ts';
import { bookingActions } from '../organisers/booking-actions.ts';
import { bookingBadges, bookingNotices } from '../organisers/booking-badges.ts';
import { timeWords } from '../organisers/day-words.ts';
import type { OwnBooking } from '../organisers/own-booking.ts';
import { notice } from '../web/components.ts';
import { type Child, type Html, html } from '../web/html.ts';
import type { Meeting } from './day-queries.ts';

export type EntryView = {
  now: Date;
  timeZone: string;
  /** The page to come back to. */
  back: string;
  /** "Now", "Next": the one to look at first. */
  mark?: string | undefined;
  /** Whom it stands in the way of. */
  meetings?: readonly Meeting[];
  /** All that can be done with it is at hand; else only what is due. */
  isAsking?: boolean;
};

export function dayEntry(booking: OwnBooking, view: EntryView): Html {
  const { id, attendee, eventType, comment } = booking;
  const looks = [view.mark !== undefined && 'is-marked', booking.endsAt <= view.now && 'is-over'];
  return html`<li class="${['entry', ...looks].filter(Boolean).join(' ')}" id="booking-${id}">
    <p class="entry-time">
      ${timeWords(booking.startsAt, booking.endsAt, view.timeZone)}
      ${view.mark && html`<span class="entry-mark">${view.mark}</span>`}
    </p>
    <div class="stack entry-body">
      <div>
        <h3><a href="/organiser/bookings/${id}">${attendee?.name ?? say('Erased')}</a></h3>
        <p class="soft">${eventType.title}</p>
      </div>
      <p class="row entry-badges">${bookingBadges(booking, view.timeZone)}</p>
      ${comment && html`<p class="soft">“${comment}”</p>`} ${bookingNotices(booking)}
      ${meetingNotice(view)}
    </div>
    <div class="entry-actions">${actions(booking, view)}</div>
  </li>`;
}

/** Once it has begun, whether somebody came. */
function actions(booking: OwnBooking, { now, back, isAsking }: EntryView): Child {
  const isDue = isAsking === true || booking.startsAt <= now;
  return isDue && bookingActions(booking, { now, failure: null, back: { back } });
}

function meetingNotice({ meetings = [], timeZone }: EntryView): Child {
  return (
    meetings.length > 0 &&
    notice({
      kind: 'warning',
      title: say('At the same time'),
      body: html`<ul class="plain">
        ${meetings.map((each) => html`<li>${meetingWords(each, timeZone)}</li>`)}
      </ul>`,
    })
  );
}

function meetingWords({ id, startsAt, endsAt, name }: Meeting, timeZone: string): Html {
  return sayHtml('<link>{name}</link>, {times}', {
    name: name ?? say('Erased'),
    times: timeWords(startsAt, endsAt, timeZone),
    link: (inner) => html`<a href="/organiser/bookings/${id}">${inner}</a>`,
  });
}
