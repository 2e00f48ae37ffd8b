import { expect, test } from '@jest/globals';
import { guessCountry, phoneOf } from '../../src/web/countries.ts';
import { findTimeZone, zoneGroups } from '../../src/web/picker/zone-names.ts';

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['utc', 'UTC'],
  ['Atlantis', null],
  ['+02:00', null],
  ['', null],
])('"%s" means the zone %s', (words, zone) => {
  expect(findTimeZone(words)).toBe(zone);
});

test('every zone is listed once, under its region', () => {
  const zones = zoneGroups.flatMap((group) => group.zones.map(({ value }) => value));

  expect(new Set(zones).size).toBe(zones.length);
  expect(zoneGroups.find(({ region }) => region === 'Europe')?.zones).toContainEqual({
    value: 'Europe/Kyiv',
    label: 'Kyiv',
  });
});

test('the country is guessed by the zone, else by the language', () => {
  expect(guessCountry('Europe/Vienna', 'de-DE')).toBe('AT');
  expect(guessCountry('UTC', 'de-DE,de;q=0.9')).toBe('DE');
  expect(guessCountry('UTC', '*')).toBeNull();
});

test('a number is read as one of the country, unless it carries its own', () => {
  expect(phoneOf('030 901820', 'DE')).toBe('+4930901820');
  expect(phoneOf('+43 1 4000', 'DE')).toBe('+4314000');
  expect(phoneOf(' call me ', 'DE')).toBe('call me');
});
