// An attendee with a program: the public API over real HTTP.
import { randomUUID } from 'node:crypto';
import type { MadeOrganiser } from './makers.ts';
import type { TestService } from './service.ts';

/** As `JSON.parse` gives it: a test says what it expects, and fails where it is not so. */
export type Answer = { status: number; body: ReturnType<typeof JSON.parse>; headers: Headers };

export async function call(
  { url }: Pick<TestService, 'url'>,
  method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH',
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(path.startsWith('http') ? path : `${url}${path}`, {
    method,
    headers: { ...(body && { 'Content-Type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  return {
    status: response.status,
    body: isJson ? JSON.parse(text) : { text },
    headers: response.headers,
  };
}

export function attendee(wishes: object = {}) {
  return {
    name: 'Lea Attendee',
    email: `lea-${randomUUID().slice(0, 8)}@example.org`,
    timeZone: 'Europe/Berlin',
    ...wishes,
  };
}

export function hold(
  service: Pick<TestService, 'url'>,
  { organiser, eventType }: Pick<MadeOrganiser, 'organiser' | 'eventType'>,
  start: string,
  more = {},
) {
  return call(service, 'POST', '/api/holds', {
    organiser: organiser.handle,
    eventType: eventType.slug,
    start,
    ...more,
  });
}

/** A booking in one step, for tests that are about what comes after. */
export async function book(
  service: TestService,
  made: MadeOrganiser,
  start: string,
  wishes: object = {},
) {
  const { organiser, eventType } = made;
  const slot = { organiser: organiser.handle, eventType: eventType.slug, start };
  return call(service, 'POST', '/api/bookings', { ...slot, attendee: attendee(wishes) });
}

/** The token at the end of a link. */
export function tokenOf(url: string): string {
  return url.split('/').at(-1)!;
}
