import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { addEventType, changeEventType } from '../../src/event-types/edit-event-types.ts';
import { removeEventType } from '../../src/event-types/remove-event-type.ts';
import { isProblem } from '../../src/problem.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  made = await makeOrganiser(service);
});

afterAll(() => service.close());

test.each([
  ['changed', (slug: string) => changeEventType(service.parts, ownId(), slug, { slug: 'renamed' })],
  ['removed', (slug: string) => removeEventType(service.parts, ownId(), slug)],
])('an event type that is %s while its organiser is booked stops neither', async (_, edit) => {
  const { database } = service.parts;
  const edited = Promise.withResolvers<unknown>();

  await database.transaction(async (booking) => {
    await booking.query(sql`select lock_organiser(${ownId()})`);
    await booking.query(sql`
      update organisers set slots_version = slots_version + 1 where id = ${ownId()}`);
    edited.resolve(edit('60min'));
    await until(hasWaiting, 'the edit waits');
    await booking.query(sql`
      select id from event_types where organiser_id = ${ownId()} and slug = '60min' for key share`);
  });

  await expect(edited.promise.then(() => 'done')).resolves.toBe('done');
});

test('two changes at once are both kept', async () => {
  await Promise.all([
    changeEventType(service.parts, ownId(), '30min', { title: 'A talk' }),
    changeEventType(service.parts, ownId(), '30min', { dailyCap: 3 }),
  ]);

  const { title, dailyCap } = await changeEventType(service.parts, ownId(), '30min', {});
  expect({ title, dailyCap }).toEqual({ title: 'A talk', dailyCap: 3 });
});

test('a slug that is taken and a calendar of somebody else’s are told in one answer', async () => {
  const foreign = '11111111-1111-4111-8111-111111111111';

  const refused = await addEventType(service.parts, ownId(), {
    slug: '30min',
    title: 'Again',
    durationMinutes: 30,
    bookingCalendarId: foreign,
  }).catch((error: unknown) => error);

  expect(isProblem(refused, 'invalid_input') && refused.errors?.map(({ field }) => field)).toEqual([
    'slug',
    'bookingCalendarId',
  ]);
});

function ownId(): string {
  return made.organiser.id;
}

/** Some connection waits for a lock that another one has. */
async function hasWaiting(): Promise<boolean> {
  const rows = await service.parts.database.query(sql`
    select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length > 0;
}
