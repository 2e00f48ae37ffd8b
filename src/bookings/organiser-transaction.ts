// The one way to write bookings: one transaction at a time per organiser, with what has run out written down first.
import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { inTurn } from '../database/turns.ts';
import type { Parts } from '../parts.ts';

/**
 * Those of this process wait in its own line, on no connection: a lock that somebody holds for long leaves the pool to the
 * other organisers. `now` is read once the wait is over.
 */
export function organiserTransaction<Result>(
  { database, clock }: Pick<Parts, 'database' | 'clock'>,
  organiserId: string,
  work: (transaction: Transaction, now: Date) => Promise<Result>,
): Promise<Result> {
  return inTurn(organiserId, () =>
    database.transaction(async (transaction) => {
      // a statement of its own: taken inside the writing one, the lock keeps the snapshot from before the wait
      await transaction.query(sql`select lock_organiser(${organiserId})`);
      const now = clock();
      await transaction.query(sql`select expire_stale(${organiserId}, ${now})`);
      return work(transaction, now);
    }),
  );
}
