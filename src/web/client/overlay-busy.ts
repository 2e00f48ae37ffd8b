// From the text of a calendar file to when its owner is busy. What cannot be read is counted, not guessed.
// Nothing here touches the page.
import ICAL from 'ical.js';
import { countsAsBusy, instantOf, momentsOf, occurrencesOf } from './overlay-events.ts';
import { merged, type Span, spanWithin } from './overlay-spans.ts';
import { textOf, type Zones, zonesOf } from './overlay-zones.ts';

/** Epoch minutes. `ownZone`: this machine's, for times that name none. */
export type Wanted = { from: number; until: number; ownZone: string };

export type BusyTimes = {
  /** Merged, in epoch minutes. */
  busy: number[];
  /** How many events could not be read. */
  unread: number;
};

const minuteMs = 60_000;

/** Null for a text that is no calendar. */
export function readBusyTimes(text: string, wanted: Wanted): BusyTimes | null {
  const plain = text.replace(/^\uFEFF/, '').trim();
  const calendars = parse(plain);
  if (calendars) return readCalendars(calendars, wanted);
  // the library takes all of a text or nothing: one broken event must not cost the others
  const sound = withoutBroken(plain);
  const rest = parse(sound.text);
  return rest && readCalendars(rest, wanted, sound.broken);
}

function readCalendars(calendars: ICAL.Component[], wanted: Wanted, broken = 0): BusyTimes | null {
  if (calendars.length === 0) return null;
  const found = calendars.map((calendar) => readCalendar(calendar, wanted));
  return {
    busy: merged(found.flatMap(({ spans }) => spans)),
    unread: found.reduce((sum, { unread }) => sum + unread, broken),
  };
}

/** Null where the library cannot read it. */
function parse(text: string): ICAL.Component[] | null {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const components = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return components
      .map((component) => new ICAL.Component(component as unknown[]))
      .filter(({ name }) => name === 'vcalendar');
  } catch {
    return null; // it says no in many ways
  }
}

function withoutBroken(text: string): { text: string; broken: number } {
  let broken = 0;
  const sound = text.replaceAll(/^BEGIN:VEVENT\r?\n[^]*?^END:VEVENT\r?\n/gm, (event) => {
    if (parse(event)) return event;
    broken += 1;
    return '';
  });
  return { text: sound, broken };
}

type Found = { spans: Span[]; unread: number };

function readCalendar(calendar: ICAL.Component, wanted: Wanted): Found {
  const zones = zonesOf(calendar, wanted.ownZone);
  const found: Found = { spans: [], unread: 0 };
  const add = (read: () => Span[]) => {
    try {
      found.spans.push(...read());
    } catch {
      found.unread += 1; // whatever is odd about one event, the others stand
    }
  };
  const events = calendar.getAllSubcomponents('vevent');
  const families = Object.values(Object.groupBy(events, (event) => textOf(event, 'uid'))).flatMap(
    (family) => familyOf(family!, zones),
  );
  for (const member of families) add(() => eventSpans(member, zones, wanted));
  for (const period of calendar.getAllSubcomponents('vfreebusy'))
    add(() => periodSpans(period, wanted));
  return found;
}

type Member = { event: ICAL.Component; replaced: ReadonlySet<number> };

/** Events of one UID: what one of them changes in the series does not happen as the series has it. */
function familyOf(events: ICAL.Component[], zones: Zones): Member[] {
  const changed = events.filter((event) => event.hasProperty('recurrence-id'));
  const replaced = new Set(changed.flatMap((event) => replacedBy(event, zones)));
  return events.map((event) => ({
    event,
    replaced: changed.includes(event) ? new Set<number>() : replaced,
  }));
}

function replacedBy(event: ICAL.Component, zones: Zones): number[] {
  try {
    return momentsOf(event, 'recurrence-id', zones).map(instantOf);
  } catch {
    return []; // then both stand: rather a mark too many
  }
}

function eventSpans({ event, replaced }: Member, zones: Zones, wanted: Wanted): Span[] {
  if (!countsAsBusy(event)) return [];
  const range = { from: wanted.from * minuteMs, until: wanted.until * minuteMs, replaced };
  return occurrencesOf(event, zones, range).map(({ start, end }) =>
    spanWithin([wanted.from, wanted.until], start, end),
  );
}

/** Published busy time without events. It is in UTC always. */
function periodSpans(component: ICAL.Component, { from, until }: Wanted): Span[] {
  return component
    .getAllProperties('freebusy')
    .filter((property) => String(property.getParameter('fbtype') ?? '').toUpperCase() !== 'FREE')
    .flatMap((property) => property.getValues() as unknown[])
    .map((period) => {
      if (!(period instanceof ICAL.Period)) throw new RangeError('not a period');
      const [start, end] = [period.start, period.getEnd()].map((time) => time.toUnixTime() * 1000);
      return spanWithin([from, until], start!, end!);
    });
}
