// Back from Google: asks once when the attendee is busy. Nothing is written anywhere, whoever it is: no account, no
// token, no time. Whatever fails, the booking goes on without.
import { GoogleFailure } from '../google/google-failure.ts';
import type { BusyAnswer } from '../google/google.ts';
import type { Parts } from '../parts.ts';
import type { Attempt } from './attempt.ts';

export type Reading =
  /** `busy`: packed epoch minutes; `until`: nothing is known from that minute on. */
  | { outcome: 'laid'; busy: Int32Array; until: number }
  /** The attendee did not allow it. */
  | { outcome: 'denied' }
  | { outcome: 'failed' };

export async function finishReading(
  parts: Parts,
  code: string,
  { codeVerifier, days }: Attempt,
): Promise<Reading> {
  const from = parts.clock();
  const to = new Date(from.getTime() + days * 24 * 60 * 60_000);
  try {
    const answer = await parts.google.readAttendeeBusy({ code, codeVerifier, from, to });
    return readingOf(answer, to);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    if (error.code === 'missing_scope') return { outcome: 'denied' };
    parts.log.warn({ err: error }, 'the calendar of an attendee could not be read');
    return { outcome: 'failed' };
  }
}

function readingOf(answer: BusyAnswer, to: Date): Reading {
  if ('unknown' in answer) return { outcome: 'failed' };
  return { outcome: 'laid', busy: answer.busy, until: Math.floor(to.getTime() / 60_000) };
}
