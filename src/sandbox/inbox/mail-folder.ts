// Where received mails lie: `000001.eml` holds the bytes as they came, `000001.json` the envelope. The envelope is
// written last and moved into place, so whatever has one is whole, also after kill -9.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope, Sent } from './message.ts';

export type KeptMail = Sent & { id: string };

export type MailFolder = {
  list(): KeptMail[];
  keep(mail: KeptMail): void;
  clear(): void;
};

/** Keeps nothing: the inbox of a test lives in memory. */
export const nowhere: MailFolder = { list: () => [], keep: () => {}, clear: () => {} };

export function mailFolder(directory: string): MailFolder {
  mkdirSync(directory, { recursive: true });
  return {
    list: () => idsIn(directory).map((id) => read(directory, id)),
    keep: (mail) => write(directory, mail),
    clear: () => idsIn(directory).forEach((id) => remove(directory, id)),
  };
}

function idsIn(directory: string): string[] {
  const envelopes = readdirSync(directory).filter((name) => /^\d+\.json$/.test(name));
  return envelopes.map((name) => name.replace('.json', '')).sort();
}

function read(directory: string, id: string): KeptMail {
  const text = readFileSync(join(directory, `${id}.json`), 'utf8');
  const envelope = JSON.parse(text) as Omit<Envelope, 'receivedAt'> & { receivedAt: string };
  return {
    id,
    envelope: { ...envelope, receivedAt: new Date(envelope.receivedAt) },
    raw: readFileSync(join(directory, `${id}.eml`)),
  };
}

function write(directory: string, { id, envelope, raw }: KeptMail): void {
  writeFileSync(join(directory, `${id}.eml`), raw);
  const unfinished = join(directory, `${id}.json.new`);
  writeFileSync(unfinished, `${JSON.stringify(envelope, null, 2)}\n`);
  renameSync(unfinished, join(directory, `${id}.json`));
}

function remove(directory: string, id: string): void {
  rmSync(join(directory, `${id}.json`));
  rmSync(join(directory, `${id}.eml`));
}
