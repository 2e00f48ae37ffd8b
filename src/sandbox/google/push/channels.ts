// events.watch and channels.stop: who is to be told of a calendar's changes, until when.
import { createHash } from 'node:crypto';
import { readable } from '../api/access.ts';
import { GoogleError, type Call, type Reply } from '../api/call.ts';
import { invalid, notFound, required } from '../api/refusals.ts';
import { asObject } from '../events/event-input.ts';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';

type Request = {
  id?: string;
  type?: string;
  address?: string;
  token?: string;
  expiration?: string;
  params?: { ttl?: string };
};

const usualSeconds = 604_800;
// Google's own maximum is not published.
const longestSeconds = 30 * 24 * 60 * 60;

export function watchEvents(world: World, call: Call): Reply {
  const { calendar } = readable(world, call);
  const request: Request = asObject(call.body);
  const { id, address, token } = checkedRequest(world, request);
  const channel: Channel = {
    id,
    account: call.account,
    calendarId: calendar.id,
    resourceId: resourceIdOf(calendar.id),
    resourceUri: `https://www.googleapis.com/calendar/v3/calendars/${encodeURIComponent(calendar.id)}/events?alt=json`,
    address,
    ...(token === undefined ? {} : { token }),
    expiration: expirationOf(world, request),
    messageNumber: 0,
  };
  world.state.channels.push(channel);
  world.changed();
  const greeted = world.pushes.greet(channel);
  const before = world.switches.syncBeforeReply ? { before: greeted } : {};
  return { status: 200, body: shown(channel), ...before };
}

/** A later change may still be told, where the switch says so. */
export function stopChannel(world: World, call: Call): Reply {
  const { id, resourceId } = asObject(call.body);
  const channel = world.state.channels.find(
    (channel) =>
      channel.id === id &&
      channel.resourceId === resourceId &&
      channel.account === call.account &&
      channel.stoppedAt === undefined,
  );
  if (!channel) throw notFound();
  channel.stoppedAt = world.clock().toISOString();
  channel.straggles = world.switches.push.straggler;
  world.changed();
  return { status: 204 };
}

function checkedRequest({ state }: World, { id, type, address, token }: Request) {
  if (!id) throw required('Missing channel id.');
  if (!/^[\w\-+/=]{1,64}$/.test(id)) throw invalid('Channel id not valid.', 'resource.id');
  if (type !== 'web_hook') throw invalid('Unknown channel type.', 'resource.type');
  if (!address) throw required('Missing channel address.');
  checkAddress(address);
  if (state.channels.some((channel) => channel.id === id)) {
    throw new GoogleError(400, 'channelIdNotUnique', `Channel id ${id} not unique`);
  }
  return { id, address, token };
}

/** Google wants https; on this machine http will do. Nothing is ever sent to another machine. */
function checkAddress(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isLoopback =
    url !== null && /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(url.hostname);
  if (url?.protocol !== 'https:' && !(isLoopback && url?.protocol === 'http:')) {
    const message = `WebHook callback must be HTTPS: ${address}`;
    throw new GoogleError(400, 'push.webhookUrlNotHttps', message);
  }
  if (!isLoopback) {
    const message = `Unauthorized WebHook callback channel: ${address}`;
    throw new GoogleError(401, 'push.webhookUrlUnauthorized', message);
  }
}

function expirationOf({ clock }: World, { expiration, params }: Request): number {
  const now = clock().getTime();
  const seconds = Number(params?.ttl ?? usualSeconds);
  const wanted = expiration === undefined ? now + seconds * 1000 : Number(expiration);
  if (!(wanted > now)) throw invalid('Invalid expiration.', 'resource.expiration');
  return Math.min(wanted, now + longestSeconds * 1000);
}

/** Stable for a resource, whatever the channel. */
function resourceIdOf(calendarId: string): string {
  return createHash('sha256').update(calendarId).digest('base64url').slice(0, 27);
}

function shown({ id, resourceId, resourceUri, token, expiration }: Channel): object {
  return {
    kind: 'api#channel',
    id,
    resourceId,
    resourceUri,
    ...(token === undefined ? {} : { token }),
    expiration: String(expiration),
  };
}
