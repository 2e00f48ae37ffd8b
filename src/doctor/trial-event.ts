// Books one event and cancels it: years ahead, without guests, told to nobody, keeping nobody busy. Whatever goes wrong
// in between, it is taken away again.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { GoogleFailure } from '../google/google-failure.ts';
import type { Google, GoogleAccess } from '../google/google.ts';

export type TrialPlace = { google: Google; access: GoogleAccess; googleCalendarId: string };

export type TrialResult =
  | { is: 'done' }
  /** Nothing was left in the calendar, or ever written. */
  | { is: 'refused'; failure: GoogleFailure }
  /** What was written may stand there still. */
  | { is: 'left'; title: string; startsAt: Date; failure: GoogleFailure };

type Trial = { id: string; title: string; startsAt: Date; endsAt: Date };

const aheadMs = 800 * 86_400_000;
const lengthMs = 15 * 60_000;
const pausesMs = [0, 500, 2000, 5000];

export async function bookAndCancel(place: TrialPlace, now: Date): Promise<TrialResult> {
  // Google keeps whole seconds
  const startsAt = new Date(Math.ceil((now.getTime() + aheadMs) / lengthMs) * lengthMs);
  const trial = {
    id: randomUUID().replaceAll('-', ''),
    title: 'Quarterhour: a trial that takes itself away',
    startsAt,
    endsAt: new Date(startsAt.getTime() + lengthMs),
  };
  const silence = await failureOf(() => readCalendars(place));
  if (silence) return { is: 'refused', failure: silence };
  const refusal = await failureOf(() => bookAndRead(place, trial));
  const remains = await failureOf(() => takeAway(place, trial, refusal?.isTimeout ?? false));
  if (remains) return { is: 'left', title: trial.title, startsAt, failure: remains };
  return refusal ? { is: 'refused', failure: refusal } : { is: 'done' };
}

async function failureOf(work: () => Promise<void>): Promise<GoogleFailure | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof GoogleFailure) return error;
    throw error;
  }
}

/** Before anything is written: so that what cannot be reached is not suspected of having kept it. */
async function readCalendars({ google, access }: TrialPlace): Promise<void> {
  await google.listCalendars(access);
}

async function bookAndRead({ google, access, googleCalendarId }: TrialPlace, trial: Trial) {
  await google.insertTrialEvent(access, googleCalendarId, trial);
  const { startsAt } = await google.getEvent(access, googleCalendarId, trial.id);
  if (startsAt?.getTime() === trial.startsAt.getTime()) return;
  throw new GoogleFailure('invalid', 'The event came back with another time');
}

/** Throws the failure that was in the way to the last. What Google did not answer in time may yet be written. */
async function takeAway(place: TrialPlace, trial: Trial, mayComeLate: boolean): Promise<void> {
  let failure: GoogleFailure | null = null;
  for (const pauseMs of pausesMs) {
    await pause(pauseMs);
    failure = await failureOf(() => deleteAndLook(place, trial));
    const isGone = failure === null || (failure.code === 'not_found' && !mayComeLate);
    if (isGone) return;
  }
  if (failure!.code !== 'not_found') throw failure!;
}

async function deleteAndLook(place: TrialPlace, trial: Trial): Promise<void> {
  const { google, access, googleCalendarId } = place;
  const refusal = await failureOf(() =>
    google.deleteTrialEvent(access, googleCalendarId, trial.id),
  );
  if (refusal && refusal.code !== 'gone') throw refusal;
  const { status } = await google.getEvent(access, googleCalendarId, trial.id);
  if (status !== 'cancelled') throw new GoogleFailure('unavailable', 'The event is still there');
}
