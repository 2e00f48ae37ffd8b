// What is booked and with whom: the same words in the same order on every page.
import type { Organiser } from '../organisers/organiser.ts';
import { facts } from '../web/components.ts';
import { lengthText } from '../web/dates.ts';
import type { Child } from '../web/html.ts';
import { type Html, html } from '../web/html.ts';
import type { EventType, Place } from './event-type.ts';

export type Summary = {
  organiser: Organiser;
  eventType: EventType;
  /** What stands above the facts: the chosen time, a countdown. */
  when?: Child;
};

export function summary({ organiser, eventType, when }: Summary): Html {
  return html`<header class="summary">
    <p class="person">
      <span class="initials" aria-hidden="true">${initials(organiser.name)}</span>
      <a href="/${organiser.handle}">${organiser.name}</a>
    </p>
    <h1>${eventType.title}</h1>
    ${when}
    ${facts([
      ['Length', lengthUnlessTitle(eventType)],
      ['Where', placeText(eventType.place)],
    ])}
    ${paragraphs(eventType.description)}
  </header>`;
}

/** Null where the title is the length, or says it: "30 minutes", "30 min call". */
export function lengthUnlessTitle({ title, durationMinutes }: EventType): string | null {
  const length = lengthText(durationMinutes);
  const said = new RegExp(`\\b(${length}|${durationMinutes}[ -]?min)`, 'i');
  return said.test(title) ? null : length;
}

/** Null where nothing was said. */
export function placeText(place: Place): Child {
  if (place.kind !== 'link') return placeWords(place);
  return html`<a href="${place.url}" rel="noopener">${placeWords(place)}</a>`;
}

/** The same without a link, for where it stands within one. Of an address its host, which says whose it is. */
export function placeWords(place: Place): string | null {
  if (place.kind === 'in_person') return place.address;
  if (place.kind === 'link') return URL.parse(place.url)?.host ?? place.url;
  return places[place.kind];
}

/** "Dr. Mira Lindqvist": ML */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'));
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return [first, last]
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase();
}

export function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="prose">${part}</p>`);
}

const places = { none: null, phone: 'By phone', meet: 'Google Meet' } as const;
