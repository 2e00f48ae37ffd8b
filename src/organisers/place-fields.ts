// Where a booking takes place as fields of a plain form, and back. What is typed for one kind is kept on the page while
// another is looked at.
import type { Place } from '../event-types/event-type.ts';
import type { Fields } from './event-type-form.ts';

/** Kind on the page → the field that says more of it. */
export const placeDetails = {
  in_person: 'placeAddress',
  phone_attendee: 'placeNumber',
  link: 'placeUrl',
} as const;

export function placeFields(place: Place): Fields {
  return {
    placeKind: place.kind === 'phone' ? `phone_${place.whoCalls}` : place.kind,
    placeAddress: place.kind === 'in_person' ? place.address : '',
    placeNumber: place.kind === 'phone' && place.whoCalls === 'attendee' ? place.number : '',
    placeUrl: place.kind === 'link' ? place.url : '',
  };
}

export function placeOf(fields: Fields): object {
  const { placeKind: kind, placeAddress: address, placeNumber: number, placeUrl: url } = fields;
  switch (kind) {
    case 'in_person':
      return { kind, address: address ?? '' };
    case 'phone_organiser':
      return { kind: 'phone', whoCalls: 'organiser' };
    case 'phone_attendee':
      return { kind: 'phone', whoCalls: 'attendee', number: number ?? '' };
    case 'link':
      return { kind, url: url ?? '' };
    default:
      return { kind };
  }
}

/** The field at fault. */
export function placeFault({ placeKind = '' }: Fields): string {
  const details: Record<string, string> = placeDetails;
  return details[placeKind] ?? 'placeKind';
}
