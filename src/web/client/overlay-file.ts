// A calendar file that the visitor dropped or chose: looked at, then read in a worker. It is sent nowhere.
import type { BusyTimes, Wanted } from './overlay-busy.ts';
import { say } from './words.ts';

/** `refused`: why, in a sentence. */
export type Reading = BusyTimes | { refused: string };

const mostBytes = 5 * 1024 * 1024;
const mostEdges = 40_000;
const patienceMs = 20_000;

export async function readFile(file: File, wanted: Wanted): Promise<Reading> {
  if (file.size > mostBytes)
    return {
      refused: say(
        '“{name}” is larger than 5 MB. Export a shorter time, or one calendar alone.',
        named(file),
      ),
    };
  const text = await file.text();
  if (text.startsWith('PK'))
    return {
      refused: say(
        '“{name}” is an archive. Unpack it, then take the .ics file that is inside.',
        named(file),
      ),
    };
  const read = await readInWorker(text, wanted);
  if (read === 'too slow')
    return { refused: say('“{name}” takes too long to read. Export a shorter time.', named(file)) };
  if (read === null)
    return { refused: say('“{name}” is not a calendar. Calendar files end in .ics.', named(file)) };
  if (read.busy.length > mostEdges)
    return { refused: say('“{name}” holds more than can be laid over.', named(file)) };
  return read;
}

function named({ name }: File): { name: string } {
  return { name: name.slice(0, 80) };
}

/** The parser is loaded only now. */
async function readInWorker(text: string, wanted: Wanted): Promise<BusyTimes | null | 'too slow'> {
  const worker = new Worker(new URL('overlay-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<BusyTimes | null>) =>
        resolve(data),
      );
      worker.addEventListener('error', () => resolve(null));
      setTimeout(() => resolve('too slow'), patienceMs);
      worker.postMessage({ text, wanted }, []);
    });
  } finally {
    worker.terminate();
  }
}
