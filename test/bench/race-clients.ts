// The clients of a race, on a thread of their own, so that the service is not slowed by those who ask it.
import { parentPort, workerData } from 'node:worker_threads';
import { call, hold } from '../support/attendee.ts';
import type { RaceOrder, Try } from './races.ts';

const { url, made, clients, starts, untilWon } = workerData as RaceOrder;

// as visitors do, they have seen a page before they press
await Promise.all(Array.from({ length: clients }, () => call({ url }, 'GET', '/api/hello')));
const tries = await Promise.all(Array.from({ length: clients }, (_, client) => race(client)));
parentPort!.postMessage(tries.flat(), []);

/** Each client begins elsewhere; where it goes on until it wins, it takes the next time whenever it loses. */
async function race(client: number): Promise<Try[]> {
  const tries: Try[] = [];
  for (let count = 0; count < (untilWon ? starts.length : 1); count++) {
    const last = await tryHold(starts[(client + count) % starts.length]!);
    tries.push(last);
    if (last.status !== 409) break;
  }
  return tries;
}

async function tryHold(start: number): Promise<Try> {
  const began = performance.now();
  const { status } = await hold({ url }, made, new Date(start).toISOString());
  return { status, milliseconds: performance.now() - began };
}
