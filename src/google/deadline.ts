// A time limit on all of a call, the refresh of its token included. (The library's own limit is per attempt.)
import { noAnswer } from './failures.ts';

/** Rejects when the time is over, whatever the call does; its signal keeps it from sending anything afterwards. */
export async function within<Result>(
  timeoutMs: number,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(noAnswer('deadline'));
      controller.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([call(controller.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
