// The "received appointment" page: how it stands, when and where, and what can be done about it.
// Never shows age, gender, address or answers: the link may be forwarded.
import type { Config } from '../config.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { buttonLink } from '../web/components.ts';
import type { Reader } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import type { Booking } from './booking.ts';
import { calendarLinks } from './calendar-links.ts';
import { bookingFacts, letterPage } from './letter-view.ts';
import { standingOf } from './standing.ts';
import { unprovenPage } from './unproven-view.ts';

export type ManagePage = Bookable & {
  config: Config;
  booking: Booking;
  reader: Reader;
  now: Date;
  may: { reschedule: boolean; cancel: boolean };
  /** The page's own path. */
  path: string;
};

export function managePage(view: ManagePage): Html {
  const { booking, config } = view;
  if (booking.state === 'requested' && booking.provenAt === null)
    return unprovenPage(view, booking);
  const standing = standingOf(view);
  return letterPage({
    config,
    title: standing.title,
    badge: standing.badge,
    scripts: ['letter.ts'],
    body: html`<p>${standing.sentence}</p>
      ${bookingFacts({ ...view, times: booking, conferenceLink: conferenceLinkOf(booking) })}
      ${standing.isAhead ? aheadOf(view) : bookAgain(view)}`,
  });
}

function aheadOf(view: ManagePage): Child {
  const { path, may, booking } = view;
  return html`${booking.state === 'confirmed' && calendarLinks(view)}
    <div class="row">
      ${may.reschedule && buttonLink({ label: 'Move', href: `${path}/move` })}
      ${may.cancel && buttonLink({ label: 'Cancel', href: `${path}/cancel`, kind: 'quiet' })}
    </div>`;
}

function bookAgain({ organiser, eventType }: ManagePage): Html {
  return buttonLink({
    label: 'Book another time',
    href: `/${organiser.handle}/${eventType.slug}`,
    kind: 'primary',
  });
}

function conferenceLinkOf(booking: Booking): string | null {
  const isAhead = booking.state === 'confirmed' || booking.state === 'completed';
  return isAhead ? booking.event.conferenceLink : null;
}
