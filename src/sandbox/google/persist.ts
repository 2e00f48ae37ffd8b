// Keeps all that the sandbox Google remembers in one JSON file: replaced whole after each change, so that a killed
// process loses nothing, and read back at the next start.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OAuthState } from './oauth/oauth-state.ts';
import type { State } from './state.ts';

export type Snapshot = { world: State; oauth: OAuthState };

/** Null where nothing was kept yet. A file that cannot be read is an error, not an empty sandbox. */
export function readSnapshot(path: string): Snapshot | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Snapshot;
  } catch (error) {
    throw new Error(`The sandbox Google's memory (${path}) cannot be read`, { cause: error });
  }
}

/** Returns how to save, at once; without a change nothing is written. */
export function keepSnapshots(path: string, snapshot: () => Snapshot): () => void {
  let kept = '';
  mkdirSync(dirname(path), { recursive: true });
  return () => {
    const text = JSON.stringify(snapshot());
    if (text === kept) return;
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    kept = text;
  };
}
