// A list of bookings as a page: where one is, what it is narrowed to, the bookings day by day, and the way to more.
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import { dayWords } from '../organisers/day-words.ts';
import type { OwnBooking } from '../organisers/own-booking.ts';
import { buttonLink } from '../web/components.ts';
import { dateText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { bookingListFilter } from './booking-list-filter.ts';
import { bookingListRow } from './booking-list-row.ts';
import { type BookingListName, isNarrowed, listPaths, type Wanted } from './booking-list.ts';
import { bookingTabs } from './booking-tabs.ts';
import type { GatheredList } from './gather-list.ts';

export type BookingListView = {
  list: BookingListName;
  wanted: Wanted;
  /** Where this page begins; null: the first. */
  beyond: Date | null;
  eventTypes: readonly EventType[];
  now: Date;
  timeZone: string;
};

const titles = {
  upcoming: () => say('Upcoming bookings'),
  past: () => say('Past bookings'),
  cancelled: () => say('Cancelled bookings'),
} as const satisfies Record<BookingListName, () => string>;

export function bookingListTitle(list: BookingListName): string {
  return titles[list]();
}

export function bookingListView({ bookings, next }: GatheredList, view: BookingListView): Html {
  const days = Map.groupBy(bookings, ({ startsAt }) => dayTitle(startsAt, view));
  return html`<div class="day-head">
      <h1>${bookingListTitle(view.list)}</h1>
      ${buttonLink({ label: say('Book for someone'), href: '/organiser/book' })}
    </div>
    ${bookingTabs(view)}
    <section class="card stack" aria-label="${bookingListTitle(view.list)}">
      ${(bookings.length > 0 || isNarrowed(view.wanted)) && bookingListFilter(view)}
      ${bookings.length === 0 && nothing(view)}
      ${[...days].map(([day, list]) => daySection(day, list, view))} ${pages(next, view)}
    </section>`;
}

function dayTitle(startsAt: Date, { list, now, timeZone }: BookingListView): string {
  return list === 'upcoming' ? dayWords(startsAt, now, timeZone) : dateText(startsAt, { timeZone });
}

function daySection(day: string, bookings: readonly OwnBooking[], view: BookingListView): Html {
  const back = pageLink(view, view.beyond);
  return html`<div class="listed-day">
    <h2 class="listed-date">${day}</h2>
    <ul class="listed">
      ${bookings.map((booking) => bookingListRow(booking, { ...view, back }))}
    </ul>
  </div>`;
}

const empty = {
  upcoming: () => say('Nothing is booked. Whoever has one of your links can book a time.'),
  past: () => say('Nothing has taken place yet.'),
  cancelled: () => say('Nothing was cancelled or declined.'),
} as const satisfies Record<BookingListName, () => string>;

function nothing({ list, wanted, beyond }: BookingListView): Html {
  if (isNarrowed(wanted)) return html`<p class="soft">${say('No booking here is like that.')}</p>`;
  return html`<p class="soft">
    ${beyond === null ? empty[list]() : say('There is nothing more.')}
  </p>`;
}

function pages(next: Date | null, view: BookingListView): Child {
  const { list, beyond } = view;
  if (next === null && beyond === null) return false;
  const [onward, first] =
    list === 'upcoming' ? [say('Later'), say('Soonest')] : [say('Older'), say('Newest')];
  return html`<nav class="row" aria-label="${say('Pages')}">
    ${next !== null && buttonLink({ label: onward, href: pageLink(view, next) })}
    ${beyond !== null && buttonLink({ label: first, href: pageLink(view, null), kind: 'quiet' })}
  </nav>`;
}

function pageLink({ list, wanted }: BookingListView, beyond: Date | null): string {
  const { search, eventType, standing } = wanted;
  return withQuery(listPaths[list], {
    q: search ?? undefined,
    type: eventType ?? undefined,
    state: standing ?? undefined,
    [list === 'upcoming' ? 'after' : 'before']: beyond?.toISOString(),
  });
}
