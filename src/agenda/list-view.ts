// A list of bookings, day by day, with the way on; what to look for stands on top.
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import { bookingEntry } from '../organisers/booking-entry.ts';
import type { OwnBooking } from '../organisers/own-booking.ts';
import { button, buttonLink } from '../web/components.ts';
import { dateText } from '../web/dates.ts';
import { option, textField } from '../web/fields.ts';
import { attributes, type Child, type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import type { ListKind, ListPage } from './list-queries.ts';

export type ListView = {
  kind: ListKind;
  now: Date;
  timeZone: string;
  page: ListPage;
  /** Where the next page begins, if there is one. */
  onward: Date | null;
  eventTypes: readonly EventType[];
};

export const listPaths: Record<ListKind, string> = {
  upcoming: '/organiser/bookings',
  past: '/organiser/past',
  cancelled: '/organiser/cancelled',
};

const titles: Record<ListKind, () => string> = {
  upcoming: () => say('Upcoming bookings'),
  past: () => say('Past bookings'),
  cancelled: () => say('Cancelled bookings'),
};

const nothing: Record<ListKind, () => string> = {
  upcoming: () => say('Nothing is booked. Whoever has one of your links can book a time.'),
  past: () => say('Nothing has taken place yet.'),
  cancelled: () => say('Nothing was cancelled or declined.'),
};

export function listTitle(kind: ListKind): string {
  return titles[kind]();
}

export function listView(bookings: readonly OwnBooking[], view: ListView): Html {
  const { timeZone } = view;
  const days = Map.groupBy(bookings, ({ startsAt }) => dateText(startsAt, { timeZone }));
  return html`<div class="calendar-head">
      <h1>${listTitle(view.kind)}</h1>
      ${buttonLink({ label: say('Book for someone'), href: '/organiser/book' })}
    </div>
    ${tabs(view.kind)} ${lookFor(view)}
    <section class="card stack" aria-label="${listTitle(view.kind)}">
      ${bookings.length === 0 && html`<p class="soft">${nothingWords(view)}</p>`}
      ${[...days].map(([day, list]) => daySection(day, list, view))} ${ways(view)}
    </section>`;
}

function tabs(current: ListKind): Html {
  const link = (kind: ListKind, label: string) => {
    const own = { href: listPaths[kind], 'aria-current': kind === current && 'page' };
    return html`<a${attributes(own)}>${label}</a>`;
  };
  return html`<nav class="tabs" aria-label="${say('Lists of bookings')}">
    ${link('upcoming', say('Upcoming'))} ${link('past', say('Past'))}
    ${link('cancelled', say('Cancelled'))}
  </nav>`;
}

function lookFor({ kind, page: { search, eventType }, eventTypes }: ListView): Html {
  const types = eventTypes.map(({ slug, title }) => ({ value: slug, label: title }));
  const choices = [{ value: '', label: say('All event types') }, ...types];
  return html`<form class="search" method="get" action="${listPaths[kind]}">
    ${textField({ name: 'q', type: 'search', label: say('Name or address'), value: search ?? '' })}
    <div class="field">
      <label class="field-label" for="field-type">${say('Event type')}</label>
      <select class="input" id="field-type" name="type">
        ${choices.map((choice) => option(choice, eventType ?? ''))}
      </select>
    </div>
    ${button({ label: say('Look for it'), kind: 'plain' })}
  </form>`;
}

function nothingWords({ kind, page: { beyond, search, eventType } }: ListView): string {
  if (search !== null || eventType !== null) return say('Nothing fits what you look for.');
  return beyond ? say('There is nothing further.') : nothing[kind]();
}

function daySection(day: string, bookings: readonly OwnBooking[], view: ListView): Html {
  const back = { back: addressOf(view, view.page.beyond) };
  return html`<div class="agenda-day">
    <h2 class="agenda-name">${day}</h2>
    <ul class="entries">
      ${bookings.map((booking) => bookingEntry(booking, { ...view, back }))}
    </ul>
  </div>`;
}

function ways(view: ListView): Child {
  const { kind, page, onward } = view;
  if (!onward && !page.beyond) return false;
  const [on, start] =
    kind === 'upcoming' ? [say('Later'), say('Soonest')] : [say('Older'), say('Newest')];
  return html`<nav class="row" aria-label="${say('Pages')}">
    ${onward && buttonLink({ label: on, href: addressOf(view, onward) })}
    ${page.beyond && buttonLink({ label: start, href: addressOf(view, null), kind: 'quiet' })}
  </nav>`;
}

function addressOf({ kind, page: { search, eventType } }: ListView, beyond: Date | null): string {
  return withQuery(listPaths[kind], {
    before: beyond?.toISOString(),
    type: eventType ?? undefined,
    q: search ?? undefined,
  });
}
