// What organisers have chosen: a calendar that makes them busy, and one for their bookings. Else nothing is offered.
import { findHealth } from '../organisers/connections/find-health.ts';
import { listTroubles, type Trouble } from '../organisers/connections/health.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import { findConnections } from './connections.ts';
import { fault, type Finding, ok } from './finding.ts';
import { databaseOf, type Ground } from './ground.ts';

export async function checkChoices(ground: Ground): Promise<Finding[]> {
  const connections = (await findConnections(ground)) ?? [];
  if (connections.length === 0) return [];
  const faults: Finding[] = [];
  for (const organiserId of new Set(connections.map((connection) => connection.organiserId)))
    faults.push(...(await judge(organiserId, ground)));
  return faults.length > 0 ? faults : [ok('Every organiser has chosen calendars.')];
}

async function judge(organiserId: string, ground: Ground): Promise<Finding[]> {
  const database = databaseOf(ground)!;
  const organiser = await getOrganiserById(database, organiserId);
  const troubles = listTroubles(await findHealth({ database }, organiser), ground.clock());
  const mend = `Let them choose at ${ground.config.publicUrl}/organiser/calendars`;
  return troubles.flatMap((trouble) => {
    const words = inWords(trouble);
    return words === null ? [] : [fault(`${organiser.handle}: ${words}`, mend)];
  });
}

/** What was chosen and is gone is told of with the calendars. */
function inWords(trouble: Trouble): string | null {
  if (trouble.is === 'nothing_busy')
    return 'no calendar makes them busy, so that no times are offered.';
  if (trouble.is === 'no_booking_calendar' && trouble.calendar === null)
    return 'their bookings have no calendar to go to, so that no times are offered.';
  return null;
}
