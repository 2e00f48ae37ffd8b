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

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone)];

export type ZoneGroup = { region: string; zones: { value: string; label: string }[] };

/** By region, each with its place: Europe has Berlin. */
export const zoneGroups: readonly ZoneGroup[] = Object.entries(
  Object.groupBy(zones, (zone) => (zone.includes('/') ? zone.split('/')[0]! : 'World')),
).map(([region, members]) => ({ region, zones: members!.map(labelled) }));

/** "europe/berlin", "Berlin", "new york" → the zone's name; null where none is meant. */
export function findTimeZone(words: string): string | null {
  const wanted = words.trim().replaceAll(/\s+/g, '_').toLowerCase();
  const known = zones.find((zone) => zone.toLowerCase() === wanted);
  if (known) return known;
  if (isTimeZone(words.trim())) return words.trim();
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${wanted}`)) ?? null;
}

function labelled(zone: string): { value: string; label: string } {
  const place = zone.slice(zone.indexOf('/') + 1);
  return { value: zone, label: place.replaceAll('_', ' ').replaceAll('/', ', ') };
}
