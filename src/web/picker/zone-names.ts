// Time zones for people: the names this machine knows, and what somebody may have meant by a word.
import { isTimeZone } from '../../availability/time-zone.ts';

/** Names that the list of this machine still has in their old form. */
const renamed: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').map(presentName)];

export type ZoneGroup = { region: string; zones: readonly string[] };

/** Europe has Europe/Berlin. */
export const zoneGroups: readonly ZoneGroup[] = Object.entries(
  Object.groupBy(zones, (zone) => (zone.includes('/') ? zone.split('/')[0]! : 'World')),
).map(([region, members]) => ({ region, zones: members! }));

/** "Asia/Calcutta" is "Asia/Kolkata" by now. */
export function presentName(zone: string): string {
  return renamed[zone] ?? zone;
}

/** "europe/berlin", "Berlin", "new york" → the zone's name; null where none is meant. */
export function findTimeZone(words: string): string | null {
  const wanted = words.trim().replaceAll(/\s+/g, '_').toLowerCase();
  const known = zones.find((zone) => zone.toLowerCase() === wanted);
  if (known) return known;
  if (isTimeZone(words.trim())) return presentName(words.trim());
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted}`)) ?? null;
}

/** "America/Indiana/Knox": "Indiana, Knox" */
export function placeOf(zone: string): string {
  const place = zone.slice(zone.indexOf('/') + 1);
  return place.replaceAll('_', ' ').replaceAll('/', ', ');
}
