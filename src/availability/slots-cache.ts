// Answers to GET slots, as bytes, kept while they are true: until the organiser's version rises, or time alone changes
// them. What was asked for last stays; strangers' questions, however many and wide, cannot fill the memory.
export type CachedAnswer = { version: string; goodUntil: Date; etag: string; body: Buffer };

export type SlotsCache = {
  find(key: string, version: string, now: Date): CachedAnswer | null;
  keep(key: string, answer: CachedAnswer): void;
};

const mostBytes = 32 * 1024 * 1024;
/** Beside its body: key, ETag, dates. */
const bytesOfEntry = 1024;

export function createSlotsCache(capacityBytes = mostBytes): SlotsCache {
  const answers = new Map<string, CachedAnswer>();
  let bytes = 0;
  const forget = (key: string) => {
    bytes -= sizeOf(answers.get(key));
    answers.delete(key);
  };
  return {
    find: (key, version, now) => {
      const answer = answers.get(key);
      return answer?.version === version && now < answer.goodUntil ? answer : null;
    },
    keep: (key, answer) => {
      forget(key);
      answers.set(key, answer);
      bytes += sizeOf(answer);
      for (const oldest of answers.keys()) {
        if (bytes <= capacityBytes) break;
        forget(oldest);
      }
    },
  };
}

function sizeOf(answer: CachedAnswer | undefined): number {
  return answer ? answer.body.length + bytesOfEntry : 0;
}
