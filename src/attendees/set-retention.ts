// How long the organiser keeps what the form asked. Fields that are not said stay as they are.
import type { Parts } from '../parts.ts';
import { getRetention, updateRetention } from './retention-queries.ts';
import type { RetainedField, Retention } from './retention.ts';

export async function setRetention(
  { database }: Pick<Parts, 'database'>,
  organiserId: string,
  change: { [Field in RetainedField]?: number | null | undefined },
): Promise<Retention> {
  const before = await getRetention(database, organiserId);
  const said = Object.fromEntries(Object.entries(change).filter(([, days]) => days !== undefined));
  await updateRetention(database, organiserId, { ...before, ...said });
  return getRetention(database, organiserId);
}
