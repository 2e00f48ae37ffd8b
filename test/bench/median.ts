// The middle of several rounds: one slow round of a busy machine does not decide.
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
