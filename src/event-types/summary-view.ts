// What is booked and with whom: the same words in the same order on every page.
import { currentLanguage } from '../languages/current-language.ts';
import { say, sayHtml } from '../languages/say.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { facts } from '../web/components.ts';
import { lengthText } from '../web/dates.ts';
import type { Child } from '../web/html.ts';
import { type Html, html } from '../web/html.ts';
import { durationsOf } from './durations.ts';
import type { Call, EventType, Place } from './event-type.ts';

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
      [say('Length'), eventType.otherDurations.length === 0 && lengthUnlessTitle(eventType)],
      [say('Where'), placeText(eventType.place)],
    ])}
    ${paragraphs(eventType.description)}
  </header>`;
}

/** Null where the title is the length, or says it: "30 minutes", "30 min call". Of several, all. */
export function lengthUnlessTitle(eventType: EventType): string | null {
  const { title, durationMinutes } = eventType;
  const durations = durationsOf(eventType);
  if (durations.length > 1) return anyOf(durations.map(lengthText));
  const length = lengthText(durationMinutes);
  const said = new RegExp(`\\b(${length}|${durationMinutes}[ -]?min)`, 'i');
  return said.test(title) ? null : length;
}

/** As the attendee reads it. Null where nothing was said. */
export function placeText(place: Place): Child {
  if (place.kind === 'link')
    return html`<a href="${place.url}" rel="noopener">${placeWords(place)}</a>`;
  return place.kind === 'phone' ? callText(place) : placeWords(place);
}

/** As the attendee reads it, where there can be no link. */
export function callWords(call: Call): string {
  return call.whoCalls === 'organiser'
    ? say('By phone: you will be called')
    : say('By phone: please call {number}', { number: call.number });
}

function callText(call: Call): Child {
  if (call.whoCalls === 'organiser') return callWords(call);
  const { number } = call;
  const link = () => html`<a href="tel:${number.replaceAll(/[^+\d]/g, '')}">${number}</a>`;
  return sayHtml('By phone: please call <link>{number}</link>', { link, number });
}

/** The same without a link, for where it stands within one. Of an address its host, which says whose it is. */
export function placeWords(place: Place): string | null {
  switch (place.kind) {
    case 'in_person':
      return place.address;
    case 'link':
      return URL.parse(place.url)?.host ?? place.url;
    case 'phone':
      return say('By phone');
    case 'meet':
      return 'Google Meet';
    case 'none':
      return null;
  }
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

function anyOf(words: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage().locale, { type: 'disjunction' }).format(words);
}
