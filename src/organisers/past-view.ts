// What was, or was called off, newest first, with the way to older ones.
import { buttonLink } from '../web/components.ts';
import { dateText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { daySection } from './agenda.ts';
import { bookingTabs } from './booking-tabs.ts';
import type { OwnBooking } from './own-booking.ts';
import type { EarlierKind } from './past-booking-queries.ts';

export type PastView = {
  kind: EarlierKind;
  now: Date;
  timeZone: string;
  /** Only what started before this; null: from the newest on. */
  before: Date | null;
  /** Where the next page begins, if there is one. */
  older: Date | null;
};

export const pastTitles: Record<EarlierKind, string> = {
  past: 'Past bookings',
  cancelled: 'Cancelled bookings',
};

export function pastView(bookings: readonly OwnBooking[], view: PastView): Html {
  const { kind, timeZone, before } = view;
  const days = Map.groupBy(bookings, ({ startsAt }) => dateText(startsAt, { timeZone }));
  const entryView = { ...view, back: { back: kind, before: before?.toISOString() } };
  return html`<h1>${pastTitles[kind]}</h1>
    ${bookingTabs(`/organiser/${kind}`)}
    <section class="card stack" aria-label="${pastTitles[kind]}, newest first">
      ${bookings.length === 0 && html`<p class="soft">${before ? 'There is nothing earlier.' : nothing[kind]}</p>`}
      ${[...days].map(([day, bookings]) => daySection(day, bookings, entryView))} ${pages(view)}
    </section>`;
}

const nothing: Record<EarlierKind, string> = {
  past: 'Nothing has taken place yet.',
  cancelled: 'Nothing was cancelled or declined.',
};

function pages({ kind, before, older }: PastView): Child {
  const path = `/organiser/${kind}`;
  const earlier = older && withQuery(path, { before: older.toISOString() });
  if (!earlier && !before) return false;
  return html`<nav class="row" aria-label="Pages">
    ${earlier && buttonLink({ label: 'Older', href: earlier })}
    ${before && buttonLink({ label: 'Newest', href: path, kind: 'quiet' })}
  </nav>`;
}
