// Answers to GET slots, as bytes, kept while they are true: until the organiser's version rises, or time alone changes them.
export type CachedAnswer = { version: string; goodUntil: Date; etag: string; body: Buffer };

export type SlotsCache = {
  find(key: string, version: string, now: Date): CachedAnswer | null;
  keep(key: string, answer: CachedAnswer): void;
};

export function createSlotsCache(capacity = 500): SlotsCache {
  const answers = new Map<string, CachedAnswer>();
  return {
    find: (key, version, now) => {
      const answer = answers.get(key);
      return answer?.version === version && now < answer.goodUntil ? answer : null;
    },
    keep: (key, answer) => {
      answers.delete(key);
      answers.set(key, answer);
      if (answers.size > capacity) answers.delete(answers.keys().next().value!);
    },
  };
}
