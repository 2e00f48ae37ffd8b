// Wherever the calendars that matter have changed: the next minute is not waited for.
import type { Transaction } from '../../database/database.ts';
import type { Parts } from '../../parts.ts';
import { isPushPossible } from './push-possible.ts';

export async function keepChannelsSoon(
  { config, jobs }: Pick<Parts, 'config' | 'jobs'>,
  transaction: Transaction | null,
): Promise<void> {
  if (!isPushPossible(config)) return;
  await jobs.enqueue(transaction, 'keep-channels', {}, { onlyOne: 'keep-channels' });
}
