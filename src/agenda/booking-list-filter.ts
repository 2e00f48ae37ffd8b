// What a list is narrowed to: who comes, which event type, how it stands. A plain form: its address can be kept.
import type { EventType } from '../event-types/event-type.ts';
import { say } from '../languages/say.ts';
import { button, buttonLink } from '../web/components.ts';
import { selectField, textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import {
  choicesOf,
  type BookingListName,
  isNarrowed,
  listPaths,
  type Standing,
  type Wanted,
} from './booking-list.ts';

const notRequired = { required: false };

export function bookingListFilter(view: {
  list: BookingListName;
  wanted: Wanted;
  eventTypes: readonly EventType[];
}): Html {
  const { list, wanted, eventTypes } = view;
  const any = { value: '', label: say('All') };
  return html`<form class="list-filter" method="get" action="${listPaths[list]}" role="search">
    ${textField({
      name: 'q',
      label: say('Name, address or telephone'),
      type: 'search',
      value: wanted.search ?? undefined,
      extra: { ...notRequired, maxlength: 100 },
    })}
    ${selectField({
      name: 'type',
      label: say('Event type'),
      value: wanted.eventType ?? '',
      options: [any, ...eventTypes.map(({ slug, title }) => ({ value: slug, label: title }))],
      extra: notRequired,
    })}
    ${selectField({
      name: 'state',
      label: say('State'),
      value: wanted.standing ?? '',
      options: [any, ...choicesOf[list].map((value) => ({ value, label: standingWords[value]() }))],
      extra: notRequired,
    })}
    <div class="row">
      ${button({ label: say('Show'), kind: 'plain' })}
      ${isNarrowed(wanted) && buttonLink({ label: say('Clear'), href: listPaths[list], kind: 'quiet' })}
    </div>
  </form>`;
}

const standingWords = {
  unproven: () => say('Address not confirmed yet'),
  approval: () => say('Waits for your answer'),
  confirmed: () => say('Confirmed'),
  completed: () => say('Took place'),
  no_show: () => say('Did not come'),
  cancelled: () => say('Cancelled'),
  expired: () => say('Ran out'),
} as const satisfies Record<Standing, () => string>;
