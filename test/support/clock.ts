// A clock that stands still until a test moves it.
import type { Clock } from '../../src/clock.ts';

export type TestClock = Clock & { set(instant: string): void; advance(milliseconds: number): void };

export function testClock(start: string): TestClock {
  let now = new Date(start);
  return Object.assign(() => new Date(now), {
    set: (instant: string) => {
      now = new Date(instant);
    },
    advance: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
  });
}
