// Carries messages to their receivers: each channel's one after the other, tried again on 5xx, given up in the end.
import { setTimeout as pause } from 'node:timers/promises';

export type Message = { address: string; headers: Record<string, string> };

/** Posts one message and says with which status it was met. */
export type Deliver = (message: Message, signal: AbortSignal) => Promise<number>;

export type Delivery = {
  /** Resolves when the message was delivered, or given up. */
  send(channelId: string, message: Message): Promise<void>;
  /** Resolves when nothing is on its way any more. */
  drain(): Promise<void>;
  /** Drops all that is on its way. */
  forget(): void;
};

type Options = {
  deliver?: Deliver | undefined;
  retryDelaysMs?: readonly number[] | undefined;
  delayMs: () => number;
};

const retriedStatuses = new Set([500, 502, 503, 504]);
const usualDelaysMs = [250, 1000, 4000, 16_000];

export function createDelivery(options: Options): Delivery {
  const { deliver = post, retryDelaysMs = usualDelaysMs, delayMs } = options;
  const queues = new Map<string, Promise<void>>();
  let stop = new AbortController();

  const carry = async (message: Message, signal: AbortSignal) => {
    await pause(delayMs(), undefined, { signal });
    for (const delay of [...retryDelaysMs, null]) {
      // No answer at all counts as 503.
      const status = await deliver(message, signal).catch(() => 503);
      if (!retriedStatuses.has(status) || delay === null) return;
      await pause(delay, undefined, { signal });
    }
  };
  const send = (channelId: string, message: Message): Promise<void> => {
    const { signal } = stop;
    const before = queues.get(channelId) ?? Promise.resolve();
    const sent = before.then(() => carry(message, signal)).catch(rethrowUnlessAborted);
    queues.set(channelId, sent);
    void sent.then(() => queues.get(channelId) === sent && queues.delete(channelId));
    return sent;
  };
  return {
    send,
    drain: async () => {
      while (queues.size > 0) await Promise.all(queues.values());
    },
    forget: () => {
      stop.abort();
      stop = new AbortController();
    },
  };
}

async function post({ address, headers }: Message, signal: AbortSignal): Promise<number> {
  const response = await fetch(address, { method: 'POST', headers, redirect: 'manual', signal });
  await response.body?.cancel();
  return response.status;
}

/** By name: under Jest the error is of another realm. */
function rethrowUnlessAborted(error: unknown): void {
  if ((error as Error).name !== 'AbortError') throw error;
}
