// The whole days (UTC's) that a period touches: who asks for them answers the neighbours' questions too.
const dayMs = 24 * 60 * 60_000;

export function wholeDays({ from, to }: { from: Date; to: Date }): { from: Date; to: Date } {
  return {
    from: new Date(Math.floor(from.getTime() / dayMs) * dayMs),
    to: new Date(Math.ceil(to.getTime() / dayMs) * dayMs),
  };
}
