// Which events a list shows: by time, text, property, kind and state.
import type { Call } from '../api/call.ts';
import { flag, instant, text, texts } from '../api/parameters.ts';
import { invalid, timeRangeEmpty } from '../api/refusals.ts';
import type { Span } from '../times.ts';
import type { CalendarEvent } from './event.ts';

/** timeMin bounds the end, timeMax the start; both exclusive. */
export function windowOf(call: Call): Span {
  const start = instant(call, 'timeMin') ?? Number.NEGATIVE_INFINITY;
  const end = instant(call, 'timeMax') ?? Number.POSITIVE_INFINITY;
  if (end <= start) throw timeRangeEmpty();
  return { start, end };
}

/** A property is asked for as name=value. */
export function checkProperties(call: Call): void {
  const pairs = ['privateExtendedProperty', 'sharedExtendedProperty'].flatMap((name) =>
    texts(call, name),
  );
  if (pairs.some((pair) => pair.indexOf('=') < 1)) {
    throw invalid('Invalid extended property constraint.');
  }
}

/** The filters that need nothing but the event itself. */
export function matches(call: Call, event: CalendarEvent): boolean {
  const iCalUID = text(call, 'iCalUID');
  const eventTypes = texts(call, 'eventTypes');
  return (
    (iCalUID === undefined || event.iCalUID === iCalUID) &&
    (eventTypes.length === 0 || eventTypes.includes(event.eventType)) &&
    hasProperties(event.extendedProperties?.private, texts(call, 'privateExtendedProperty')) &&
    hasProperties(event.extendedProperties?.shared, texts(call, 'sharedExtendedProperty')) &&
    hasWords(event, text(call, 'q'))
  );
}

/** Cancelled instances of a living series are shown where the series is not expanded. */
export function isShown(call: Call, event: CalendarEvent, seriesLives: boolean): boolean {
  if (event.status !== 'cancelled' || flag(call, 'showDeleted')) return true;
  if (text(call, 'updatedMin') !== undefined) return true;
  return seriesLives && !flag(call, 'singleEvents');
}

function hasProperties(properties: Record<string, string> | undefined, wanted: string[]): boolean {
  return wanted.every((pair) => {
    const at = pair.indexOf('=');
    return properties?.[pair.slice(0, at)] === pair.slice(at + 1);
  });
}

function hasWords(event: CalendarEvent, q: string | undefined): boolean {
  if (!q) return true;
  const guests = (event.attendees ?? []).flatMap(({ email, displayName }) => [email, displayName]);
  const { summary, description, location, organizer } = event;
  const content = [summary, description, location, organizer.email, ...guests].join(' ');
  const words = q.toLowerCase().split(/\s+/);
  return words.every((word) => content.toLowerCase().includes(word));
}
