// Attendees as their organiser reads them: the list, and one with everything beside.
import { say } from '../languages/say.ts';
import { badge, button, buttonLink, facts } from '../web/components.ts';
import { dateText } from '../web/dates.ts';
import { textArea, textField } from '../web/fields.ts';
import { type Child, type Html, html } from '../web/html.ts';
import type { Attendee } from './attendee.ts';
import { whenText } from './visit-view.ts';

export const home = '/organiser/attendees';

export function searchForm(action: string, search: string | undefined, label: string): Html {
  return html`<form class="search" method="get" action="${action}" role="search">
    ${textField({ name: 'q', label, type: 'search', value: search, extra: { required: false } })}
    ${button({ label: say('Search'), kind: 'plain' })}
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
  const isOne = firstVisitAt?.getTime() === lastVisitAt?.getTime();
  const day = (at: Date) => ({ date: dateText(at, { timeZone }) });
  return html`${
    nextBookingAt &&
    html`<p>${say('Next: {moment}', { moment: whenText(nextBookingAt, timeZone) })}</p>`
  }
  ${lastVisitAt && html`<p class="soft">${say('Last visit: {date}', day(lastVisitAt))}</p>`}
  ${
    firstVisitAt &&
    !isOne &&
    html`<p class="soft">${say('First visit: {date}', day(firstVisitAt))}</p>`
  }`;
}

function visitWords({ visits, noShows }: Attendee): Html {
  const came = say('{count, plural, =0 {No visit yet} one {# visit} other {# visits}}', {
    count: visits,
  });
  const missed = say('{count, plural, one {# no-show} other {# no-shows}}', { count: noShows });
  return html`${came} ${noShows > 0 && badge(missed, 'warning')}`;
}

export function attendeeFacts(attendee: Attendee, timeZone: string): Html {
  const { email, formerAddresses, phone, visits, noShows, firstVisitAt, lastVisitAt } = attendee;
  const day = (at: Date) => dateText(at, { timeZone });
  return facts([
    [say('E-mail'), html`<a href="mailto:${email}">${email}</a>`],
    [say('Also booked as'), formerAddresses.length > 0 && formerAddresses.join(', ')],
    [say('Phone'), phone && html`<a href="tel:${phone}">${phone}</a>`],
    [say('Visits'), visits],
    [say('No-shows'), noShows],
    [say('First visit'), firstVisitAt && day(firstVisitAt)],
    [say('Last visit'), lastVisitAt && day(lastVisitAt)],
    [say('Next'), attendee.nextBookingAt && whenText(attendee.nextBookingAt, timeZone)],
    [say('Known since'), day(attendee.createdAt)],
  ]);
}

export function noteForm({ id }: Attendee, note: string | null, error?: string): Html {
  return html`<form class="card stack" method="post" action="${home}/${id}/note">
    <h2>${say('Your note')}</h2>
    ${textArea({
      name: 'note',
      label: say('What to remember'),
      hint: say('Only you see it. It is part of an export.'),
      isOptional: true,
      value: note ?? '',
      error,
    })}
    <p>${button({ label: say('Save the note') })}</p>
  </form>`;
}

export function recordCard({ id }: Attendee): Html {
  const exportLink = (format: 'csv' | 'json', label: string) =>
    buttonLink({ label, href: `${home}/${id}/export?format=${format}` });
  return html`<section class="card stack" aria-labelledby="record">
    <h2 id="record">${say('This record')}</h2>
    <p>
      ${say('Everything that is kept about this person, to hand over or to look through: the record, every booking, its history and its mails.')}
    </p>
    <p class="row">
      ${exportLink('csv', say('Export as CSV'))} ${exportLink('json', say('Export as JSON'))}
    </p>
    <p class="row">
      ${buttonLink({ label: say('Merge with another record'), href: `${home}/${id}/merge` })}
      ${buttonLink({ label: say('Erase this person'), href: `${home}/${id}/erase`, kind: 'danger' })}
    </p>
  </section>`;
}

export function wayBack(href: string, label: Child): Html {
  return html`<p>${buttonLink({ label, href, kind: 'quiet' })}</p>`;
}
