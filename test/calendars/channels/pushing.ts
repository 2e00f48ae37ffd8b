// A service that Google pushes to, and what a test does around it.
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { sql } from '../../../src/database/sql.ts';
import { call } from '../../support/attendee.ts';
import { makeOrganiser, type MadeOrganiser } from '../../support/makers.ts';
import { startTestService, type TestService } from '../../support/service.ts';

export const at = (time: string) => new Date(`2026-11-24T${time}:00+01:00`);

/** One for the whole file; every test leaves it without channels, faults and switches. */
export function usePushedService(): () => TestService {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ push: true });
  });
  afterEach(async () => {
    const { google, parts } = service;
    google.faults.clear();
    google.quota.perMinute = null;
    Object.assign(google.world.switches.push, { drop: 0, duplicate: false, reorder: false });
    Object.assign(google.world.switches.push, { delayMs: 0, straggler: false });
    google.world.switches.syncBeforeReply = false;
    await google.world.pushes.drain();
    await parts.database.query(sql`delete from jobs.job where state = 'created'`);
    await service.settle();
    google.world.state.channels.length = 0;
    await parts.database.query(sql`delete from organisers`);
  });
  afterAll(() => service.close());
  return () => service;
}

/** With every calendar watched, and all that comes of it done; some seconds later, so that nothing counts as a burst. */
export async function makeWatched(service: TestService): Promise<MadeOrganiser> {
  const made = await makeOrganiser(service);
  await service.settle();
  await pushed(service);
  service.clock.advance(10_000);
  return made;
}

/** Resolves when Google has nothing more to tell and all that it told is done. */
export async function pushed({ google, settle }: TestService): Promise<void> {
  // Google tells once all of a change is made
  await Promise.resolve();
  await google.world.pushes.drain();
  await settle();
}

export async function offered(service: TestService, made: MadeOrganiser): Promise<string[]> {
  const { organiser, eventType } = made;
  const path = `/api/organisers/${organiser.handle}/event-types/${eventType.slug}/slots`;
  const query = 'from=2026-11-24&to=2026-11-24&timeZone=Europe/Berlin';
  const { body } = await call(service, 'GET', `${path}?${query}`);
  return (body.slots as { start: string }[]).map(({ start }) => start.slice(11, 16));
}

export function countCalls({ google }: TestService, method: string): number {
  return google.log.filter((logged) => logged.method === `calendar.${method}`).length;
}

/** Google's own channels that are neither stopped nor over. */
export function openAtGoogle({ google, clock }: TestService) {
  return google.world.state.channels.filter(
    ({ stoppedAt, expiration }) => stoppedAt === undefined && expiration > clock().getTime(),
  );
}
