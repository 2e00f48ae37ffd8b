// The event that is booked and cancelled on request: whatever Google does in between, nothing stays and nobody hears of it.
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { checkTrial } from '../../src/doctor/check-trial.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import type { Ground } from '../../src/doctor/ground.ts';
import type { FaultPlan } from '../../src/sandbox/google/faults/faults.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { groundOf } from './patient.ts';

const service: TestService = await startTestService();
let made: MadeOrganiser;

beforeEach(async () => {
  made = await makeOrganiser(service);
});

afterEach(async () => {
  service.clock.set(monday);
  service.google.faults.clear();
  await service.parts.database.query(sql`delete from organisers`);
});

afterAll(() => service.close());

test('an event is booked far ahead, read back and taken away; no guest, no mail, nothing busy', async () => {
  const [finding] = await book();

  const inserted = service.google.log.find(({ method }) => method === 'calendar.events.insert');
  expect(finding).toEqual({
    level: 'ok',
    says: expect.stringContaining(`was booked in “${made.email}”`),
  });
  expect(inserted).toMatchObject({
    params: { sendUpdates: 'none' },
    body: expect.objectContaining({ transparency: 'transparent' }),
  });
  expect(inserted?.body).not.toHaveProperty('attendees');
  expect(standing()).toEqual([]);
});

test('it is booked at any moment, also between two seconds', async () => {
  service.clock.advance(1234);

  const [finding] = await book();

  expect(finding?.level).toBe('ok');
});

test.each<[string, Pick<FaultPlan, 'method' | 'fault'> & Partial<FaultPlan>]>([
  // the client's library asks once more after a 403
  ['refuses it', { method: 'calendar.events.insert', fault: 'forbidden', times: 2 }],
  ['is out of reach', { method: 'calendar.calendarList.list', fault: 'reset', times: 2 }],
  ['books it without saying so', { method: 'calendar.events.insert', fault: 'commit_then_reset' }],
  ['does not show it', { method: 'calendar.events.get', fault: 'backendError', times: 2 }],
])(
  'when Google %s, that is a fault and nothing is left',
  async (_, plan) => {
    service.google.faults.add(plan);

    const [finding] = await book();

    expect(finding).toMatchObject({
      level: 'fault',
      says: expect.stringContaining('Nothing was left'),
    });
    expect(standing()).toEqual([]);
  },
  20_000,
);

test('when Google does not delete it at first, it is asked again', async () => {
  service.google.faults.add({ method: 'calendar.events.delete', fault: 'backendError', times: 2 });

  const [finding] = await book();

  expect(finding?.level).toBe('ok');
  expect(standing()).toEqual([]);
}, 20_000);

test('when Google never deletes it, the event is named, to be deleted by hand', async () => {
  service.google.faults.add({
    method: 'calendar.events.delete',
    fault: 'backendError',
    times: 'until_cleared',
  });

  const [finding] = await book();

  expect(finding).toMatchObject({
    level: 'fault',
    says: expect.stringMatching(/“Quarterhour: a trial.*” on 2029-01-31/),
    mend: expect.stringContaining('by hand'),
  });
}, 20_000);

test('with several organisers it asks whose calendar to take, and takes no other', async () => {
  const other = await makeOrganiser(service);

  const [undecided] = await book();
  const [decided] = await book({ trial: { handle: other.organiser.handle } });
  const [unknown] = await book({ trial: { handle: 'nobody' } });

  expect(undecided).toMatchObject({
    level: 'note',
    mend: expect.stringContaining(made.organiser.handle),
  });
  expect(decided?.says).toContain(other.organiser.handle);
  expect(unknown).toMatchObject({ level: 'fault', says: expect.stringContaining('nobody') });
});

test('without being asked for, nothing is booked', async () => {
  const findings = await book({ trial: null });

  expect(findings).toEqual([]);
});

function book(wishes: Partial<Ground> = {}): Promise<Finding[]> {
  return checkTrial(groundOf(service, { trial: { handle: null }, ...wishes }));
}

/** What is not deleted. */
function standing() {
  return Object.values(service.google.world.state.events[made.email] ?? {})
    .map(({ event }) => event)
    .filter(({ status }) => status !== 'cancelled');
}
