// What a copy is called.
import { say } from '../languages/say.ts';

/** "Evenings (copy)", or the first number that nobody has: "Evenings (copy 2)". */
export function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((each) => each.toLowerCase()));
  const short = name.slice(0, 45);
  let copy = say('{name} (copy)', { name: short });
  for (let number = 2; known.has(copy.toLowerCase()); number += 1)
    copy = say('{name} (copy {number})', { name: short, number });
  return copy;
}
