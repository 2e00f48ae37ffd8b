// What a language still lacks, a list per room: `npm run messages -- de`. A translator's work list.
import { catalogues } from '../../src/languages/catalogues.ts';
import { isLanguage } from '../../src/languages/language.ts';
import { messagesInSources } from './messages-in-sources.ts';

const language = process.argv[2] ?? '';
if (!isLanguage(language)) throw new Error('Which language? One of es, de, fr, hi.');

const rooms = new Map<string, Set<string>>();
for (const { file, message } of messagesInSources().said)
  rooms.set(message, (rooms.get(message) ?? new Set()).add(file.split('/')[0]!));

/** A message of several rooms is everybody's. */
const missing = [...rooms]
  .filter(([message]) => !catalogues[language][message])
  .map(([message, where]) => ({ message, room: where.size === 1 ? [...where][0]! : 'shared' }));

const lists = Object.groupBy(missing, ({ room }) => room);
for (const [room, entries = []] of Object.entries(lists)) {
  const lines = entries.map(({ message }) => `  ${JSON.stringify(message)}: "",\n`).join('');
  process.stdout.write(`${language}/${room}.json\n{\n${lines}}\n`);
}
