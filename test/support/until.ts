// Waits for what happens elsewhere, by asking again and again, for a bounded time.
import { setTimeout as pause } from 'node:timers/promises';

export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  seconds = 15,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await pause(20);
  }
}
