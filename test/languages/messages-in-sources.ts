// Every message that the sources say, found by reading them: `say('…')` and `sayHtml('…')` take a literal, always.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../../src');

type Call = { file: string; message: string | null; text: string };
export type Said = { file: string; message: string };

/** All messages, and the calls whose first argument is no literal: those cannot be translated. */
export function messagesInSources(): { said: Said[]; unreadable: string[] } {
  const calls = files().flatMap(callsIn);
  return {
    said: calls.flatMap(({ file, message }) => (message === null ? [] : [{ file, message }])),
    unreadable: calls
      .filter((call) => call.message === null)
      .map((call) => `${call.file}: ${call.text}`),
  };
}

function files(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/^(languages|sandbox)\//.test(file),
  );
}

function callsIn(file: string): Call[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?<![\w.]|function )say(?:Html)?\(\s*/g)].map((match) => {
    const rest = text.slice(match.index + match[0].length);
    return { file, message: literalAt(rest), text: rest.slice(0, 60) };
  });
}

/** Single or double quotes, as the formatter leaves them; the one escape that occurs is that of a quote. */
function literalAt(text: string): string | null {
  const [, single, double] =
    /^(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*[,)]/.exec(text) ?? [];
  return (single ?? double)?.replaceAll(/\\(.)/g, '$1') ?? null;
}
