import { expect, test } from '@jest/globals';
import { formatInstant, slotsJson } from '../../src/availability/slots-json.ts';
import { at } from '../support/offers.ts';

test('slots are written in the zone of the viewer, each with its offset', () => {
  const starts = ['2026-11-23T08:00Z', '2026-11-23T08:15Z'].map(at);

  expect(slotsJson(starts, 15, 'Europe/Berlin')).toBe(
    '[{"start":"2026-11-23T09:00:00+01:00","end":"2026-11-23T09:15:00+01:00"},' +
      '{"start":"2026-11-23T09:15:00+01:00","end":"2026-11-23T09:30:00+01:00"}]',
  );
});

test('no slots are an empty array', () => {
  expect(slotsJson([], 15, 'Europe/Berlin')).toBe('[]');
});

test.each([
  ['into the next date', '2026-11-23T22:45Z', 30, 'Europe/Berlin', '2026-11-24T00:15:00+01:00'],
  ['to midnight', '2026-11-23T22:45Z', 15, 'Europe/Berlin', '2026-11-24T00:00:00+01:00'],
  ['over a skipped hour', '2026-03-29T00:45Z', 15, 'Europe/Berlin', '2026-03-29T03:00:00+02:00'],
  ['into a repeated hour', '2026-10-25T00:45Z', 15, 'Europe/Berlin', '2026-10-25T02:00:00+01:00'],
  ['over New Year', '2026-12-31T23:00Z', 120, 'UTC', '2027-01-01T01:00:00+00:00'],
])('an end %s is written with its own date and offset', (_, start, minutes, zone, end) => {
  const [slot] = JSON.parse(slotsJson([at(start)], minutes, zone)) as { end: string }[];

  expect(slot?.end).toBe(end);
});

test.each([
  ['2026-11-23T08:00Z', 'UTC', '2026-11-23T08:00:00+00:00'],
  ['2026-11-23T08:00Z', 'Asia/Kathmandu', '2026-11-23T13:45:00+05:45'],
  ['2026-11-23T02:00Z', 'America/St_Johns', '2026-11-22T22:30:00-03:30'],
  ['2026-11-23T08:00Z', 'Pacific/Niue', '2026-11-22T21:00:00-11:00'],
  ['2011-12-30T10:00Z', 'Pacific/Apia', '2011-12-31T00:00:00+14:00'],
])('%s in %s is %s', (instant, zone, text) => {
  const [slot] = JSON.parse(slotsJson([at(instant)], 15, zone)) as { start: string }[];

  expect(formatInstant(at(instant), zone)).toBe(text);
  expect(slot?.start).toBe(text);
});

test('slots over a clock change in the viewer’s zone are each what they would be alone', () => {
  const starts = Array.from({ length: 400 }, (_, index) => at('2026-10-24T00:00Z') + index * 15);

  const together = JSON.parse(slotsJson(starts, 45, 'Europe/Berlin')) as unknown[];

  expect(together).toEqual(
    starts.map((start) => ({
      start: formatInstant(start, 'Europe/Berlin'),
      end: formatInstant(start + 45, 'Europe/Berlin'),
    })),
  );
});
