import { expect, test } from '@jest/globals';
import { guessCountry, phoneOf } from '../../src/web/countries.ts';
import { unknownZoneIn } from '../../src/web/picker/picker-input.ts';
import { findTimeZone, zoneGroups } from '../../src/web/picker/zone-names.ts';
import { zoneLabel, zoneOptions } from '../../src/web/picker/zone-options.ts';

const november = new Date('2026-11-24T12:00:00Z');

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['utc', 'UTC'],
  ['Atlantis', null],
  ['+02:00', null],
  ['', null],
])('"%s" means the zone %s', (words, zone) => {
  expect(findTimeZone(words)).toBe(zone);
});

test('every zone is listed once, under its region', () => {
  const zones = zoneGroups.flatMap((group) => group.zones);

  expect(new Set(zones).size).toBe(zones.length);
  expect(zoneGroups.find(({ region }) => region === 'Europe')?.zones).toContain('Europe/Kyiv');
});

test.each([
  ['Asia/Kathmandu', 'Kathmandu, Nepal (GMT+5:45)'],
  ['America/Indiana/Knox', 'Indiana, Knox, United States (GMT−6)'],
  ['Asia/Kolkata', 'Kolkata, India (GMT+5:30)'],
  ['Asia/Singapore', 'Singapore (GMT+8)'],
  ['UTC', 'UTC (GMT)'],
])('the zone %s is listed as "%s"', (zone, label) => {
  expect(zoneLabel(zone, november)).toBe(label);
});

test('an offset is the one of the day, not of the day before', () => {
  const summer = zoneOptions('Europe/Berlin', new Date('2026-10-25T00:59:00Z')).join('');
  const winter = zoneOptions('Europe/Berlin', new Date('2026-10-25T01:00:00Z')).join('');

  expect(summer).toContain('Vienna, Austria (GMT+2)');
  expect(winter).toContain('Vienna, Austria (GMT+1)');
});

test('the chosen zone is the one that is selected, also where the list does not know it', () => {
  const known = zoneOptions('Asia/Tokyo', november).join('');
  const other = zoneOptions('Etc/GMT+5', november).join('');

  expect(known.match(/<option [^>]*selected[^>]*>[^<]*/g)).toEqual([
    '<option value="Asia/Tokyo" selected>Tokyo, Japan (GMT+9)',
  ]);
  expect(other).toContain('<option value="Etc/GMT+5" selected>GMT+5 (GMT−5)');
});

test('words that mean no zone are kept, to be told', () => {
  expect(unknownZoneIn({ timeZone: ' Atlantis ' })).toBe('Atlantis');
  expect(unknownZoneIn({ timeZone: 'berlin' })).toBeNull();
  expect(unknownZoneIn({})).toBeNull();
  expect(unknownZoneIn({ timeZone: ['a', 'b'] })).toBeNull();
});

test('the country is guessed by the zone, else by the language', () => {
  expect(guessCountry('Europe/Vienna', 'de-DE')).toBe('AT');
  expect(guessCountry('UTC', 'de-DE,de;q=0.9')).toBe('DE');
  expect(guessCountry('Asia/Kolkata', 'en-GB')).toBe('IN');
  expect(guessCountry('UTC', '*')).toBeNull();
});

test('a number is read as one of the country, unless it carries its own', () => {
  expect(phoneOf('030 901820', 'DE')).toBe('+4930901820');
  expect(phoneOf('+43 1 4000', 'DE')).toBe('+4314000');
  expect(phoneOf(' call me ', 'DE')).toBe('call me');
});
