// The way from one list of bookings to another; what was looked for is looked for there too.
import { say } from '../languages/say.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { type BookingListName, listNames, listPaths, type Wanted } from './booking-list.ts';

const labels = {
  upcoming: () => say('Upcoming'),
  past: () => say('Past'),
  cancelled: () => say('Cancelled'),
} as const satisfies Record<BookingListName, () => string>;

export function bookingTabs({ list, wanted }: { list: BookingListName; wanted: Wanted }): Html {
  const { search, eventType } = wanted;
  const query = { q: search ?? undefined, type: eventType ?? undefined };
  const tab = (each: BookingListName) => {
    const href = withQuery(listPaths[each], query);
    return html`<a${attributes({ href, 'aria-current': each === list && 'page' })}>${labels[each]()}</a>`;
  };
  return html`<nav class="tabs" aria-label="${say('Lists of bookings')}">
    ${listNames.map(tab)}
  </nav>`;
}
