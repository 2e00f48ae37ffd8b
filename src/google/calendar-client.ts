// Calls to Google's Calendar API: bounded in time, translated when they fail, repeated once when harmless.
import { setTimeout as delay } from 'node:timers/promises';
import type { OAuth2Client } from 'google-auth-library';
import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { within } from './deadline.ts';
import { toGoogleFailure } from './failures.ts';
import { GoogleFailure } from './google-failure.ts';
import type { GoogleAccess } from './google.ts';
import { msUntilReadAgain } from './retry-policy.ts';

/** What a request passes on: `auth` among its parameters, the signal as an option. */
export type Call = { auth: OAuth2Client; signal: AbortSignal };

export type Request<Reply> = (api: calendar_v3.Calendar, call: Call) => Promise<{ data: Reply }>;

export type CalendarClient = {
  /** Asks, and once more within the same time when no answer or a passing refusal came. */
  read<Reply>(access: GoogleAccess, timeoutMs: number, request: Request<Reply>): Promise<Reply>;
  /** Asks once: the caller knows what a repeat would mean. */
  write<Reply>(access: GoogleAccess, request: Request<Reply>): Promise<Reply>;
};

export const readTimeoutMs = 10_000;
const writeTimeoutMs = 15_000;

export function createCalendarClient(
  clientOf: (access: GoogleAccess) => OAuth2Client,
  rootUrl: string | null,
): CalendarClient {
  const api = calendar({ version: 'v3', ...(rootUrl === null ? {} : { rootUrl }) });
  const ask = <Reply>(access: GoogleAccess, signal: AbortSignal, request: Request<Reply>) =>
    answer(request(api, { auth: clientOf(access), signal }));
  return {
    read: (access, timeoutMs, request) =>
      within(timeoutMs, (signal) =>
        askAgain(timeoutMs, () => ask(access, signal, request), signal),
      ),
    write: (access, request) => within(writeTimeoutMs, (signal) => ask(access, signal, request)),
  };
}

async function answer<Reply>(reply: Promise<{ data: Reply }>): Promise<Reply> {
  try {
    return (await reply).data;
  } catch (error) {
    throw toGoogleFailure(error);
  }
}

async function askAgain<Reply>(
  timeoutMs: number,
  ask: () => Promise<Reply>,
  signal: AbortSignal,
): Promise<Reply> {
  const startedAt = performance.now();
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GoogleFailure) || signal.aborted) throw error;
    const wait = msUntilReadAgain(error, timeoutMs - (performance.now() - startedAt));
    if (wait === null) throw error;
    await delay(wait);
    return ask();
  }
}
