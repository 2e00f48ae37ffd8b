// Delivers what channels are told: an empty POST with Google's headers, each channel's messages one after the other,
// tried again on 5xx. Not reliable, on purpose, where a switch says so.
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import type { Channel, State } from './state.ts';

type Message = { address: string; headers: Record<string, string> };

/** Posts one message and says with which status it was met. */
export type Deliver = (message: Message, signal: AbortSignal) => Promise<number>;

export type Pushes = {
  /** The first message of a new channel. Resolves when it was delivered, or given up. */
  greet(channel: Channel): Promise<void>;
  /** A calendar has changed. */
  tell(this: void, calendarId: string): void;
  /** Resolves when nothing is on its way any more. */
  drain(): Promise<void>;
  /** Drops all that is on its way. */
  forget(): void;
  close(): Promise<void>;
};

type Options = {
  clock: Clock;
  state: () => State;
  deliver?: Deliver;
  retryDelaysMs?: readonly number[];
};

const retriedStatuses = new Set([500, 502, 503, 504]);

export function createPushes(options: Options): Pushes {
  const { clock, state, deliver = post, retryDelaysMs = [250, 1000, 4000, 16_000] } = options;
  const queues = new Map<string, Promise<void>>();
  const held = new Map<string, Message>();
  let stop = new AbortController();

  const carry = async (message: Message, signal: AbortSignal) => {
    await pause(state().switches.push.delayMs, undefined, { signal });
    for (const delay of [...retryDelaysMs, null]) {
      const status = await deliver(message, signal).catch(() => 503);
      if (!retriedStatuses.has(status) || delay === null) return;
      await pause(delay, undefined, { signal });
    }
  };
  const send = (channelId: string, message: Message): Promise<void> => {
    const { signal } = stop;
    const before = queues.get(channelId) ?? Promise.resolve();
    const sent = before.then(() => carry(message, signal)).catch(ignoreAbort);
    queues.set(channelId, sent);
    void sent.then(() => queues.get(channelId) === sent && queues.delete(channelId));
    return sent;
  };
  const release = (channelId: string) => {
    const message = held.get(channelId);
    held.delete(channelId);
    if (message) void send(channelId, message);
  };
  const tellChannel = (channel: Channel) => {
    const { push } = state().switches;
    const message = messageTo(channel, 'exists', channel.messageNumber + 1 + gapAfter(channel));
    if (push.drop > 0) {
      push.drop -= 1;
    } else if (push.reorder && !held.has(channel.id)) {
      held.set(channel.id, message);
    } else {
      void send(channel.id, message);
      if (push.duplicate) void send(channel.id, message);
      release(channel.id);
    }
  };
  const drain = async () => {
    for (const channelId of held.keys()) release(channelId);
    while (queues.size > 0) await Promise.all(queues.values());
  };
  const forget = () => {
    stop.abort();
    stop = new AbortController();
    held.clear();
  };

  return {
    greet: (channel) => send(channel.id, messageTo(channel, 'sync', 1)),
    tell: (calendarId) => listeningTo(state(), calendarId, clock()).forEach(tellChannel),
    drain,
    forget,
    close: async () => {
      forget();
      await drain();
    },
  };
}

/** Expired channels fall silent; a stopped one may be told once more. */
function listeningTo(state: State, calendarId: string, now: Date): Channel[] {
  return state.channels.filter((channel) => {
    if (channel.calendarId !== calendarId || channel.expiration <= now.getTime()) return false;
    if (channel.stoppedAt === undefined) return true;
    const isStraggling = channel.straggles === true;
    channel.straggles = false;
    return isStraggling;
  });
}

/** Numbers rise, but not by one. */
function gapAfter({ messageNumber }: Channel): number {
  return messageNumber % 3;
}

function messageTo(channel: Channel, resourceState: string, number: number): Message {
  channel.messageNumber = number;
  return {
    address: channel.address,
    headers: {
      'Content-Type': 'application/json; charset=UTF-8',
      'X-Goog-Channel-ID': channel.id,
      'X-Goog-Channel-Expiration': new Date(channel.expiration).toUTCString(),
      'X-Goog-Message-Number': String(number),
      'X-Goog-Resource-ID': channel.resourceId,
      'X-Goog-Resource-State': resourceState,
      'X-Goog-Resource-URI': channel.resourceUri,
      ...(channel.token === undefined ? {} : { 'X-Goog-Channel-Token': channel.token }),
    },
  };
}

async function post({ address, headers }: Message, signal: AbortSignal): Promise<number> {
  const response = await fetch(address, { method: 'POST', headers, redirect: 'manual', signal });
  await response.body?.cancel();
  return response.status;
}

function ignoreAbort(error: unknown): void {
  if (!(typeof error === 'object' && error && Reflect.get(error, 'name') === 'AbortError')) {
    throw error;
  }
}
