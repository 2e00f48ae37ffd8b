// Past appointments, newest first, with the way to older ones.
import { buttonLink } from '../web/components.ts';
import { dateText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { daySection } from './agenda.ts';
import type { OwnBooking } from './own-booking.ts';

export type PastView = {
  now: Date;
  timeZone: string;
  /** Only what started before this; null: from the newest on. */
  before: Date | null;
  /** Where the next page begins, if there is one. */
  older: Date | null;
};

export function pastView(bookings: readonly OwnBooking[], view: PastView): Html {
  const { timeZone, before } = view;
  const days = Map.groupBy(bookings, ({ startsAt }) => dateText(startsAt, { timeZone }));
  const entryView = { ...view, back: { back: 'past', before: before?.toISOString() } };
  return html`<h1>Past appointments</h1>
    <section class="card stack" aria-labelledby="newest-first">
      <h2 id="newest-first">Newest first</h2>
      ${bookings.length === 0 && html`<p class="soft">${nothing(before)}</p>`}
      ${[...days].map(([day, bookings]) => daySection(day, bookings, entryView))}
      <nav class="row" aria-label="Pages">${links(view)}</nav>
    </section>`;
}

function nothing(before: Date | null): string {
  return before ? 'There is nothing earlier.' : 'Nothing has taken place yet.';
}

function links({ before, older }: PastView): Child {
  const earlier = older && withQuery('/organiser/past', { before: older.toISOString() });
  return [
    earlier && buttonLink({ label: 'Older', href: earlier }),
    before && buttonLink({ label: 'Newest', href: '/organiser/past', kind: 'quiet' }),
    buttonLink({ label: 'Upcoming', href: '/organiser' }),
  ];
}
