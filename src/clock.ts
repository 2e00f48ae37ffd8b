// The one source of "now". main.ts makes it from the system; tests make one that they can move.
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
