// The explanation against the list of slots: random hours, rules, bookings and busy time, one organiser after another.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listSlotsAt } from '../../src/availability/list-slots.ts';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { explainTime } from '../../src/explanations/explain-time.ts';
import { getOrganiserById } from '../../src/organisers/organiser-queries.ts';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { insertTimeOff } from '../../src/schedules/time-off-queries.ts';
import { hold } from '../support/attendee.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  // the night before the clocks go back in Berlin
  service = await startTestService({ now: '2026-10-24T16:00:00Z' });
});

afterAll(() => service.close());

const first = Date.parse('2026-10-24T17:00:00Z');
const quarter = 15 * 60_000;
const quarters = fc.integer({ min: 0, max: 160 });

const situations = fc.record({
  durationMinutes: fc.constantFrom(15, 30, 60),
  slotStepMinutes: fc.constantFrom(15, 30, 45),
  bufferBeforeMinutes: fc.constantFrom(0, 10),
  bufferAfterMinutes: fc.constantFrom(0, 15),
  minimumNoticeMinutes: fc.constantFrom(0, 240),
  horizonDays: fc.constantFrom(1, 3),
  dailyCap: fc.constantFrom(null, 1, 3),
  busy: fc.array(quarters, { maxLength: 4 }),
  held: fc.array(quarters, { maxLength: 3 }),
  off: fc.array(quarters, { maxLength: 2 }),
  isSundayClosed: fc.boolean(),
});

test('a time is explained as offered exactly where the list of slots offers it', async () => {
  const property = fc.asyncProperty(situations, async (situation) => {
    const { bookable, offered } = await arrange(situation);
    const times = Array.from({ length: 200 }, (_, index) => new Date(first + index * quarter));

    for (const at of times) {
      const { reasons } = await explainTime(service.parts, bookable, at);
      expect([at.toISOString(), reasons.length === 0]).toEqual([
        at.toISOString(),
        offered.has(at.getTime()),
      ]);
    }
  });

  await fc.assert(property, { numRuns: 6 });
}, 120_000);

type Situation = typeof situations extends fc.Arbitrary<infer Each> ? Each : never;

async function arrange({ busy, held, off, isSundayClosed, ...rules }: Situation) {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    opens: '01:00',
    closes: '22:00',
  }));
  const overrides = isSundayClosed ? [{ date: '2026-10-25', intervals: [] }] : [];
  const made = await makeOrganiser(service, {
    availability: { weekly, overrides },
    eventType: rules,
  });
  for (const at of busy) addBusy(made.email, first + at * quarter);
  await refreshBusy(service.parts, { organiserId: made.organiser.id });
  for (const at of off) await addTimeOff(made.organiser.id, first + at * quarter);
  for (const at of held) await hold(service, made, new Date(first + at * quarter).toISOString());
  const organiser = await getOrganiserById(service.parts.database, made.organiser.id);
  const { starts } = await listSlotsAt(service.parts, {
    handle: organiser.handle,
    slug: made.eventType.slug,
    from: '2026-10-24',
    to: '2026-10-28',
    timeZone: 'Europe/Berlin',
  });
  return {
    bookable: { organiser, eventType: made.eventType },
    offered: new Set(starts.map((start) => start * 60_000)),
  };
}

async function addTimeOff(organiserId: string, start: number): Promise<void> {
  const [startsAt, endsAt] = [new Date(start), new Date(start + 5 * quarter)];
  await insertTimeOff(service.parts.database, organiserId, { startsAt, endsAt, label: '' });
}

function addBusy(calendarId: string, start: number): void {
  addEvent(service.google.world, calendarId, {
    summary: 'Busy',
    start: new Date(start),
    end: new Date(start + 3 * quarter),
  });
}
