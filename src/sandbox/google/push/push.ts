// What channels are told: an empty POST with Google's headers, `sync` first, then `exists` for every change. Not
// reliable, on purpose, where a switch says so.
import type { Clock } from '../../../clock.ts';
import type { Channel, State } from '../state.ts';
import { createDelivery, type Deliver, type Message } from './push-delivery.ts';

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

export function createPushes({ clock, state, deliver, retryDelaysMs }: Options): Pushes {
  const delayMs = () => state().switches.push.delayMs;
  const delivery = createDelivery({ deliver, retryDelaysMs, delayMs });
  /** Messages that wait for their successor, by channel. */
  const held = new Map<string, Message>();

  const release = (channelId: string) => {
    const message = held.get(channelId);
    held.delete(channelId);
    if (message) void delivery.send(channelId, message);
  };
  const tellChannel = (channel: Channel) => {
    const { push } = state().switches;
    const message = nextMessage(channel);
    if (push.drop > 0) push.drop -= 1;
    else if (push.reorder && !held.has(channel.id)) held.set(channel.id, message);
    else {
      void delivery.send(channel.id, message);
      if (push.duplicate) void delivery.send(channel.id, message);
      release(channel.id);
    }
  };
  const drain = () => {
    for (const channelId of held.keys()) release(channelId);
    return delivery.drain();
  };
  const forget = () => {
    held.clear();
    delivery.forget();
  };

  return {
    greet: (channel) => delivery.send(channel.id, messageTo(channel, 'sync', 1)),
    tell: (calendarId) => listeningTo(state(), calendarId, clock()).forEach(tellChannel),
    drain,
    forget,
    close: () => {
      forget();
      return drain();
    },
  };
}

/** Expired channels fall silent, and those of whom it is no longer shared to; a stopped one may be told once more. */
function listeningTo(state: State, calendarId: string, now: Date): Channel[] {
  return state.channels.filter((channel) => {
    if (channel.calendarId !== calendarId || channel.expiration <= now.getTime()) return false;
    if (!isReadBy(state, channel)) return false;
    if (channel.stoppedAt === undefined) return true;
    const isStraggling = channel.straggles === true;
    channel.straggles = false;
    return isStraggling;
  });
}

function isReadBy({ calendars }: State, { calendarId, account }: Channel): boolean {
  const calendar = calendars[calendarId];
  return calendar?.owner === account || calendar?.sharedTo[account] !== undefined;
}

/** Numbers rise, but not by one. */
function nextMessage(channel: Channel): Message {
  const { messageNumber } = channel;
  return messageTo(channel, 'exists', messageNumber + 1 + (messageNumber % 3));
}

function messageTo(channel: Channel, resourceState: 'sync' | 'exists', number: number): Message {
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
