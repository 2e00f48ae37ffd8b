// What was said on the command line.
import { parseArgs } from 'node:util';

export type Options = { isJson: boolean; trial: { handle: string | null } | null };

export const usage = `npm run doctor                     looks at everything, and changes nothing
npm run doctor -- --book           also books an event in the organiser's calendar, and takes it away again
npm run doctor -- --book HANDLE    the same, where there are several organisers
npm run --silent doctor -- --json  the findings for a program`;

/** Null when it makes no sense. */
export function readOptions(words: readonly string[]): Options | null {
  const known = { json: { type: 'boolean' }, book: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: known,
      allowPositionals: true,
    });
    const [handle = null, ...others] = positionals;
    if (others.length > 0 || (handle !== null && !values.book)) return null;
    return { isJson: values.json ?? false, trial: values.book ? { handle } : null };
  } catch {
    return null;
  }
}
