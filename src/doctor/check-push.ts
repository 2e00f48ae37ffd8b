// Whether Google can tell of changes at once. Where it cannot, calendars are polled, and nothing else is lost.
import { randomUUID } from 'node:crypto';
import { isPushPossible, notificationAddress } from '../calendars/channels/push-possible.ts';
import { agoWords } from '../organisers/day-words.ts';
import { findWatching, type Watching } from './channel-queries.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import { databaseOf, type Ground } from './ground.ts';
import { listAppliedMigrations } from './migration-queries.ts';

const patienceMs = 10_000;

/** The first message comes as soon as a channel is opened. */
const silenceMs = 10 * 60_000;

export async function checkPush(ground: Ground): Promise<Finding[]> {
  const { config, clock } = ground;
  if (!isPushPossible(config))
    return [
      note(
        `Google tells of changes only where PUBLIC_URL is https: calendars are asked every ${config.syncPollSeconds} seconds instead.`,
      ),
    ];
  const findings = await knock(ground);
  const database = databaseOf(ground);
  if (!database || (await listAppliedMigrations(database)).length === 0) return findings;
  const address = notificationAddress(config);
  const watching = await findWatching(database, { address, now: clock() });
  return [...findings, ...judge(watching, clock())];
}

/** As Google would, with a channel that there is not: the service must say so itself. Silence is told of already. */
async function knock({ config, tokens }: Ground): Promise<Finding[]> {
  const address = notificationAddress(config);
  const channel = randomUUID();
  const headers = {
    'X-Goog-Channel-ID': channel,
    'X-Goog-Channel-Token': tokens.create('channel', channel),
    'X-Goog-Resource-ID': 'doctor',
    'X-Goog-Resource-State': 'exists',
  };
  const signal = AbortSignal.timeout(patienceMs);
  const answer = await fetch(address, {
    method: 'POST',
    headers,
    redirect: 'manual',
    signal,
  }).catch(() => null);
  if (answer === null) return [];
  const isOurs = answer.headers.get('content-type')?.startsWith('application/problem+json');
  if (isOurs && (answer.status === 404 || answer.status === 403))
    return [ok(`Google’s messages about changes get through to ${address}`)];
  return [
    fault(
      `A message as Google sends them, a POST to ${address}, is answered ${answer.status} and not by this service.`,
      'Let the proxy hand it on like every other request, without a sign-in or a captcha in between.',
    ),
  ];
}

function judge({ open, openedAt, toldAt, refused, refusal }: Watching, now: Date): Finding[] {
  const mend =
    'Google must reach PUBLIC_URL from outside: a public address, a certificate of a known authority, no firewall. Until then calendars are polled.';
  const refusals =
    refused > 0 ? [fault(`Google would not watch ${counted(refused)} (${refusal}).`, mend)] : [];
  if (open === 0) return refusals;
  const isSilent = toldAt === null && now.getTime() - openedAt!.getTime() > silenceMs;
  if (isSilent)
    return [...refusals, fault(`Google watches ${counted(open)}, but no message ever came.`, mend)];
  const last =
    toldAt === null ? 'no message yet' : `the last message came ${agoWords(toldAt, now)}`;
  return [...refusals, ok(`Google watches ${counted(open)}; ${last}.`)];
}

function counted(count: number): string {
  return count === 1 ? '1 calendar' : `${count} calendars`;
}
