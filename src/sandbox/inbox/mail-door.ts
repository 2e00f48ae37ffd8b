// The SMTP server: takes what comes on the loopback interface, unless a test told it to refuse or to hang.
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type MailDoor = { port: number; mood: Mood; close(): Promise<void> };

type Stage = 'recipient' | 'message';

/** How the next mails are met. `times` counts down to accepting again; without it the mood lasts. */
export type Mood =
  | { does: 'accept' }
  | { does: 'hang'; at: Stage; times?: number }
  | { does: 'refuse'; at: Stage; times?: number; code: number };

export type Letter = { from: string; to: string[]; raw: Buffer };

type DoorOptions = { port: number; take: (letter: Letter) => Promise<void> };

export async function openMailDoor({ port, take }: DoorOptions): Promise<MailDoor> {
  const door: MailDoor = { port, mood: { does: 'accept' }, close: () => close(server) };
  const server = new SMTPServer({
    // no certificate of its own: plain SMTP, on this machine alone
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: (_, __, callback) => reply(meet(door, 'recipient'), callback),
    onData: (stream, session, callback) => {
      const receive = async () => {
        const letter = letterOf(session, await buffer(stream));
        await meet(door, 'message');
        await take(letter);
      };
      reply(receive(), callback);
    },
  });
  door.port = await listen(server, port);
  return door;
}

function reply(deed: Promise<void>, callback: (refusal?: Error) => void): void {
  // oxlint-disable-next-line promise/no-callback-in-promise -- smtp-server knows no promises
  void deed.then(() => callback(), callback);
}

/** Resolves to let in, rejects to refuse, does neither to hang. */
async function meet(door: MailDoor, stage: Stage): Promise<void> {
  const { mood } = door;
  if (mood.does === 'accept' || mood.at !== stage) return;
  countDown(door, mood);
  if (mood.does === 'refuse') throw smtpRefusal(mood.code, 'The sandbox was told to refuse this.');
  await new Promise<never>(() => {});
}

function countDown(door: MailDoor, mood: { times?: number }): void {
  if (mood.times === undefined) return;
  mood.times -= 1;
  if (mood.times <= 0) door.mood = { does: 'accept' };
}

export function smtpRefusal(responseCode: number, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { responseCode });
}

function letterOf({ envelope }: SMTPServerSession, raw: Buffer): Letter {
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { from, to: envelope.rcptTo.map(({ address }) => address.toLowerCase()), raw };
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(port, '127.0.0.1', listening.resolve);
  await listening.promise;
  server.off('error', listening.reject);
  // a client that goes away in the middle of a sentence is no fault of ours
  server.on('error', () => {});
  const address = server.server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(resolve));
}
