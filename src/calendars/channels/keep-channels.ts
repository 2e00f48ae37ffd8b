// The 'keep-channels' job: opens the watch channels that are missing, has new ones take over from those that end soon,
// and stops those that serve nobody. What goes wrong is put right a minute later.
import type { Parts } from '../../parts.ts';
import { isLeftAlone } from '../back-off.ts';
import { joinOrStartNext } from '../single-flight.ts';
import { planChannels } from './channel-plan.ts';
import { deleteExpiredChannels, listChannels } from './channel-queries.ts';
import { openChannel } from './open-channel.ts';
import { isPushPossible, notificationAddress } from './push-possible.ts';
import { listRefused } from './refusal-queries.ts';
import { stopChannel } from './stop-channels.ts';
import { listWatchedCalendars } from './watched-calendar-queries.ts';

/** Far from Google's limit for all users together, also when every channel is to be opened anew. */
const mostAtOnce = 5;
/** The job must be over in time also where Google lets every call wait; the rest is done a minute later. */
const mostMs = 30_000;

export function keepChannels(parts: Parts): Promise<void> {
  const run = () => openAndStop(parts);
  return joinOrStartNext(parts, { name: 'channels', mostSeconds: 110, run });
}

async function openAndStop(parts: Parts): Promise<void> {
  await deleteExpiredChannels(parts.database, parts.clock());
  const { open } = await makePlan(parts);
  await forEach(parts, open, (calendar) => openChannel(parts, calendar));
  // read again: what has a successor now is not needed any more
  const { stop } = await makePlan(parts);
  await forEach(parts, stop, (channel) => stopChannel(parts, channel));
}

async function makePlan(parts: Parts) {
  const { config, database, clock } = parts;
  const now = clock();
  const address = notificationAddress(config);
  const wanted = isPushPossible(config) ? await listWatchedCalendars(database, { now }) : [];
  const plan = planChannels(wanted, await listChannels(database), { address, now });
  const refused = new Set(await listRefused(database, { address, now }));
  return {
    open: plan.open.filter(
      (calendar) => !refused.has(calendar.calendarId) && !isLeftAlone(calendar, now),
    ),
    stop: plan.stop.filter((channel) => !isLeftAlone(channel, now)),
  };
}

async function forEach<Item>(
  { clock }: Pick<Parts, 'clock'>,
  items: Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const endsAt = clock().getTime() + mostMs;
  for (let at = 0; at < items.length && clock().getTime() < endsAt; at += mostAtOnce) {
    await Promise.all(items.slice(at, at + mostAtOnce).map(act));
  }
}
