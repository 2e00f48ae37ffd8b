// The "received appointment" page: how it stands, when and where, and what can be done about it.
// Never shows age, gender, address or answers: the link may be forwarded.
import type { Config } from '../config.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { say } from '../languages/say.ts';
import type { Problem } from '../problem.ts';
import { actionButton, buttonLink } from '../web/components.ts';
import type { Reader } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { timesLink, withQuery } from '../web/picker/links.ts';
import type { Booking } from './booking.ts';
import { calendarLinks } from './calendar-links.ts';
import { closedNotice, closedPage } from './closed-view.ts';
import type { Move } from './last-move.ts';
import { bookingFacts, letterPage } from './letter-view.ts';
import type { Resending } from './proof-mails.ts';
import { answerText, standingOf } from './standing.ts';
import { unprovenPage } from './unproven-view.ts';

export type ManagePage = Bookable & {
  config: Config;
  booking: Booking;
  reader: Reader;
  now: Date;
  may: { reschedule: boolean; cancel: boolean };
  /** The page's own path. */
  path: string;
  /** The last one, until the attendee says that the new time is kept. */
  moved: Move | null;
  /** Whether the mail that asks for the proof can go out again. */
  resending: Resending | null;
  /** The mail has just been sent again. */
  isSentAgain?: boolean;
  trouble?: Problem | undefined;
};

export function managePage(view: ManagePage): Html {
  const { booking, config, moved, organiser } = view;
  if (booking.state === 'requested' && booking.provenAt === null)
    return organiser.isDisabled
      ? closedPage({ ...view, times: booking })
      : unprovenPage(view, booking);
  const standing = standingOf(view);
  return letterPage({
    config,
    title: standing.title,
    badge: standing.badge,
    scripts: ['letter.ts'],
    body: html`<p>${standing.sentence}</p>
      ${standing.isAhead && organiser.isDisabled && closedNotice(organiser)}
      ${bookingFacts({
        ...view,
        times: booking,
        before: standing.isAhead ? moved?.from : undefined,
        conferenceLink: conferenceLinkOf(booking),
        answer: standing.isAhead ? answerOf(booking) : null,
      })}
      ${standing.isAhead ? aheadOf(view) : bookAgain(view)}`,
  });
}

/** Whoever was moved is asked first what to make of it. */
function aheadOf(view: ManagePage): Child {
  const { moved, booking } = view;
  const links = booking.state === 'confirmed' && calendarLinks(view);
  return moved && moved.by !== 'attendee'
    ? html`${choices(view)} ${links}`
    : html`${links} ${choices(view)}`;
}

function choices({ path, may, moved, booking }: ManagePage): Html {
  const asks = may.cancel && moved !== null && moved.by !== 'attendee';
  const label = asks ? say('Pick another') : say('Move');
  return html`<div class="row">
    ${asks && keepButton(path, booking)}
    ${may.reschedule && buttonLink({ label, href: `${path}/move` })}
    ${may.cancel && buttonLink({ label: say('Cancel'), href: `${path}/cancel`, kind: 'quiet' })}
  </div>`;
}

/** Of the time that is shown: the organiser may move it again meanwhile. */
function keepButton(path: string, { startsAt }: Booking): Html {
  const start = startsAt.toISOString();
  return actionButton(`${path}/keep`, { label: say('Keep the new time') }, { start });
}

function answerOf(booking: Booking): string | null {
  return 'attendeeResponse' in booking ? answerText(booking.attendeeResponse) : null;
}

/** On the same day, while that is still to come. */
function bookAgain(view: ManagePage): Html {
  const { organiser, eventType, booking, reader, now, key } = view;
  const path = `/${organiser.handle}/${eventType.slug}`;
  const href =
    booking.startsAt > now
      ? timesLink(path, booking.startsAt, reader, { key })
      : withQuery(path, { key });
  return buttonLink({ label: say('Book another time'), href, kind: 'primary' });
}

function conferenceLinkOf(booking: Booking): string | null {
  const isAhead = booking.state === 'confirmed' || booking.state === 'completed';
  return isAhead ? booking.event.conferenceLink : null;
}
