// Attendees as their organiser reads them: the list, and one with everything beside.
import { timeWords } from '../organisers/day-words.ts';
import { badge, button, buttonLink, facts, type NoticeKind } from '../web/components.ts';
import { dayIn, fullDayText } from '../web/dates.ts';
import { textArea, textField } from '../web/fields.ts';
import { type Child, type Html, html } from '../web/html.ts';
import type { Attendee, AttendeeBooking } from './attendee.ts';
import { counted } from './receipt.ts';

export const home = '/organiser/attendees';

export function searchForm(action: string, search: string | undefined, label: string): Html {
  return html`<form class="search" method="get" action="${action}" role="search">
    ${textField({ name: 'q', label, type: 'search', value: search, extra: { required: false } })}
    ${button({ label: 'Search', kind: 'plain' })}
  </form>`;
}

/** @param hrefOf where a name leads */
export function people(
  attendees: readonly Attendee[],
  timeZone: string,
  hrefOf = ({ id }: Attendee) => `${home}/${id}`,
): Html {
  return html`<ul class="attendees">
    ${attendees.map(
      (attendee) =>
        html`<li class="attendee">
          <div>
            <p class="attendee-name"><a href="${hrefOf(attendee)}">${attendee.name}</a></p>
            <p class="soft small">${attendee.email}</p>
          </div>
          <p>${visitWords(attendee)}</p>
          <div class="small">${whenWords(attendee, timeZone)}</div>
        </li>`,
    )}
  </ul>`;
}

function whenWords({ nextBookingAt, firstVisitAt, lastVisitAt }: Attendee, timeZone: string): Html {
  return html`${nextBookingAt && html`<p>Next: ${whenText(nextBookingAt, timeZone)}</p>`}
  ${lastVisitAt && html`<p class="soft">Last visit: ${dateWords(lastVisitAt, timeZone)}</p>`}
  ${
    firstVisitAt &&
    firstVisitAt.getTime() !== lastVisitAt?.getTime() &&
    html`<p class="soft">First visit: ${dateWords(firstVisitAt, timeZone)}</p>`
  }`;
}

function visitWords({ visits, noShows }: Attendee): Html {
  const came = visits === 0 ? 'No visit yet' : counted(visits, 'visit', 'visits');
  return html`${came} ${noShows > 0 && badge(counted(noShows, 'no-show', 'no-shows'), 'warning')}`;
}

export function attendeeFacts(attendee: Attendee, timeZone: string): Html {
  const { email, formerAddresses, phone, visits, noShows, firstVisitAt, lastVisitAt } = attendee;
  return facts([
    ['E-mail', html`<a href="mailto:${email}">${email}</a>`],
    ['Also booked as', formerAddresses.length > 0 && formerAddresses.join(', ')],
    ['Phone', phone && html`<a href="tel:${phone}">${phone}</a>`],
    ['Visits', visits],
    ['No-shows', noShows],
    ['First visit', firstVisitAt && dateWords(firstVisitAt, timeZone)],
    ['Last visit', lastVisitAt && dateWords(lastVisitAt, timeZone)],
    ['Next', attendee.nextBookingAt && whenText(attendee.nextBookingAt, timeZone)],
    ['Known since', dateWords(attendee.createdAt, timeZone)],
  ]);
}

export function noteForm({ id }: Attendee, note: string | null, error?: string): Html {
  return html`<form class="card stack" method="post" action="${home}/${id}/note">
    <h2>Your note</h2>
    ${textArea({
      name: 'note',
      label: 'What to remember',
      hint: 'Only you see it. It is part of an export.',
      isOptional: true,
      value: note ?? '',
      error,
    })}
    <p>${button({ label: 'Save the note' })}</p>
  </form>`;
}

export function bookingsCard(bookings: readonly AttendeeBooking[], timeZone: string): Html {
  return html`<section class="card stack" aria-labelledby="bookings">
    <h2 id="bookings">Bookings</h2>
    ${bookings.length === 0 && html`<p class="soft">None.</p>`}
    <ul class="visits">
      ${bookings.map((booking) => bookingRow(booking, timeZone))}
    </ul>
  </section>`;
}

export function bookingRow(
  { id, state, startsAt, endsAt, eventType }: AttendeeBooking,
  timeZone: string,
): Html {
  const [words, kind] = stateWords[state];
  return html`<li class="visit">
    <p>${dateWords(startsAt, timeZone)}, ${timeWords(startsAt, endsAt, timeZone)}</p>
    <p><a href="/organiser/bookings/${id}">${eventType}</a></p>
    <p>${badge(words, kind)}</p>
  </li>`;
}

const stateWords: Record<AttendeeBooking['state'], [string, NoticeKind]> = {
  requested: ['Requested', 'warning'],
  confirmed: ['Booked', 'plain'],
  completed: ['Took place', 'success'],
  no_show: ['Did not come', 'warning'],
  cancelled: ['Cancelled', 'plain'],
  expired: ['Ran out', 'plain'],
};

export function recordCard({ id }: Attendee): Html {
  return html`<section class="card stack" aria-labelledby="record">
    <h2 id="record">This record</h2>
    <p>
      Everything that is kept about this person, to hand over or to look through: the record, every
      booking, its history and its mails.
    </p>
    <p class="row">
      ${buttonLink({ label: 'Export as CSV', href: `${home}/${id}/export?format=csv` })}
      ${buttonLink({ label: 'Export as JSON', href: `${home}/${id}/export?format=json` })}
    </p>
    <p class="row">
      ${buttonLink({ label: 'Merge with another record', href: `${home}/${id}/merge` })}
      ${buttonLink({ label: 'Erase this person', href: `${home}/${id}/erase`, kind: 'danger' })}
    </p>
  </section>`;
}

export function wayBack(href: string, label: Child): Html {
  return html`<p>${buttonLink({ label, href, kind: 'quiet' })}</p>`;
}

/** "Tuesday 24 November 2026" */
export function dateWords(at: Date, timeZone: string): string {
  return fullDayText(dayIn(timeZone, at));
}

function whenText(at: Date, timeZone: string): string {
  return `${dateWords(at, timeZone)}, ${timeWords(at, at, timeZone).split('–')[0]!}`;
}
