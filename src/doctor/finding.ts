// What the doctor found: how it is, in a sentence, and where that can be bettered, how.

export type Level = 'ok' | 'note' | 'fault';

export type Finding = {
  level: Level;
  says: string;
  /** What to set, what to run, where to click. */
  mend?: string;
};

export function ok(says: string): Finding {
  return { level: 'ok', says };
}

/** Worth knowing, and no reason to be alarmed. */
export function note(says: string, mend?: string): Finding {
  return { level: 'note', says, ...(mend !== undefined && { mend }) };
}

/** Something that people will run into. */
export function fault(says: string, mend: string): Finding {
  return { level: 'fault', says, mend };
}
