// The clock of the database against this machine's: what is due, and when jobs run, goes by both.
import { sql } from '../database/sql.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import { databaseOf, type Ground } from './ground.ts';

const noteSeconds = 2;
const faultSeconds = 30;

export async function checkClocks(ground: Ground): Promise<Finding[]> {
  const database = databaseOf(ground);
  if (!database) return [];
  const askedAt = ground.clock().getTime();
  const [row] = await database.query<{ at: Date }>(sql`select clock_timestamp() as at`);
  const answeredAt = ground.clock().getTime();
  const apart = Math.abs(row!.at.getTime() - (askedAt + answeredAt) / 2) / 1000;
  if (apart < noteSeconds) return [ok('The clocks of the database and of this machine agree.')];
  const says = `The clocks of the database and of this machine are ${Math.round(apart)} seconds apart.`;
  const mend = 'Have both set their clock by the network (timedatectl set-ntp true).';
  return [apart < faultSeconds ? note(says, mend) : fault(says, mend)];
}
