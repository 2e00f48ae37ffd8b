import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findNearestSlots } from '../../src/availability/list-slots.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test.each([
  ['9999-12-31T23:45:00Z', '2027-01-22T15:00:00.000Z', '2027-01-22T15:30:00.000Z'],
  ['0000-01-01T00:00:00Z', '2026-11-23T09:00:00.000Z', '2026-11-23T09:30:00.000Z'],
])('nearest to %s are the last or the first that are offered', async (start, first, last) => {
  const made = await makeOrganiser(service);

  const slots = await findNearestSlots(service.parts, {
    ...made,
    startsAt: new Date(start),
    count: 3,
  });

  expect(slots).toHaveLength(3);
  expect(slots[0]!.startsAt.toISOString()).toBe(first);
  expect(slots[2]!.startsAt.toISOString()).toBe(last);
});
