// The inbox: everybody's mail in one place. It receives over real SMTP on 127.0.0.1, and answers the sender only when
// the mail is kept, so that a restart loses nothing.
import type { Clock } from '../../clock.ts';
import { openMailDoor, smtpRefusal, type Letter, type MailDoor, type Mood } from './mail-door.ts';
import { mailFolder, nowhere, type KeptMail, type MailFolder } from './mail-folder.ts';
import { readContent, type Message } from './message.ts';

export type Inbox = {
  smtpUrl: string;
  /** Oldest first. */
  messages(): Message[];
  /** Those whose envelope names the address, oldest first. */
  to(address: string): Message[];
  find(id: string): Message | null;
  /** The first message that fits, here already or to come; throws after `ms`. */
  waitFor(fits: (message: Message) => boolean, ms?: number): Promise<Message>;
  /** Called after each change. Returns how to stop it. */
  onChange(listener: () => void): () => void;
  clear(): void;
  /** From now on, or so many `times`: 451 where the code is left out, after DATA where the stage is. */
  refuse(how?: { code?: number; at?: 'recipient' | 'message'; times?: number }): void;
  /** The client waits for a reply that never comes. */
  hang(how?: { at?: 'recipient' | 'message'; times?: number }): void;
  accept(): void;
  close(): Promise<void>;
};

export type InboxOptions = {
  clock: Clock;
  /** 0 or left out: any free one. */
  port?: number;
  /** Left out: mails are kept in memory alone. */
  directory?: string;
};

export async function startInbox({ clock, port = 0, directory }: InboxOptions): Promise<Inbox> {
  const folder = directory === undefined ? nowhere : mailFolder(directory);
  const messages = await Promise.all(folder.list().map(readKept));
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const take = async (letter: Letter) => {
    await keep(folder, messages, letter, clock());
    tell();
  };
  const door = await openMailDoor({ port, take });
  const onChange = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    smtpUrl: `smtp://127.0.0.1:${door.port}`,
    messages: () => [...messages],
    to: (address) => messages.filter(({ envelope }) => envelope.to.includes(address.toLowerCase())),
    find: (id) => messages.find((message) => message.id === id) ?? null,
    waitFor: (fits, ms = 10_000) => waitFor(messages, onChange, fits, ms),
    onChange,
    clear: () => {
      folder.clear();
      messages.length = 0;
      tell();
    },
    ...moods(door),
    close: () => door.close(),
  };
}

async function readKept({ id, ...sent }: KeptMail): Promise<Message> {
  return { id, ...(await readContent(sent)) };
}

function moods(door: MailDoor): Pick<Inbox, 'refuse' | 'hang' | 'accept'> {
  const become = (mood: Mood) => {
    door.mood = mood;
  };
  return {
    refuse: (how) => become({ does: 'refuse', at: 'message', code: 451, ...how }),
    hang: (how) => become({ does: 'hang', at: 'message', ...how }),
    accept: () => become({ does: 'accept' }),
  };
}

async function keep(
  folder: MailFolder,
  messages: Message[],
  { raw, ...parties }: Letter,
  receivedAt: Date,
): Promise<void> {
  const sent = { envelope: { ...parties, receivedAt }, raw };
  const content = await readContent(sent).catch((cause: unknown) => {
    throw smtpRefusal(554, 'This is no mail that can be read.', cause);
  });
  const id = String(Number(messages.at(-1)?.id ?? 0) + 1).padStart(6, '0');
  folder.keep({ id, ...sent });
  messages.push({ id, ...content });
}

async function waitFor(
  messages: readonly Message[],
  onChange: Inbox['onChange'],
  fits: (message: Message) => boolean,
  ms: number,
): Promise<Message> {
  const arrival = Promise.withResolvers<Message>();
  const look = () => {
    const message = messages.find(fits);
    if (message) arrival.resolve(message);
  };
  const giveUp = () => arrival.reject(new Error(`waited ${ms} ms in vain; ${told(messages)}`));
  const stop = onChange(look);
  const timer = setTimeout(giveUp, ms);
  look();
  return arrival.promise.finally(() => {
    clearTimeout(timer);
    stop();
  });
}

function told(messages: readonly Message[]): string {
  const lines = messages.map(
    ({ envelope, subject }) => `“${subject}” to ${envelope.to.join(', ')}`,
  );
  return lines.length > 0 ? `the inbox holds ${lines.join('; ')}` : 'the inbox is empty';
}
