// What each account allowed us, against what the service cannot do without: people may leave out boxes at Google's page.
import { meaningOf, missingScopes } from '../organisers/scopes.ts';
import type { Connection } from './connection-queries.ts';
import { findConnections } from './connections.ts';
import { fault, type Finding, ok } from './finding.ts';
import type { Ground } from './ground.ts';

export async function checkScopes(ground: Ground): Promise<Finding[]> {
  const connections = await findConnections(ground);
  if (!connections || connections.length === 0) return [];
  const faults = connections.flatMap((connection) => judge(connection, ground));
  return faults.length > 0 ? faults : [ok('Every account allows all that is needed.')];
}

function judge({ email, scopes, stateReason }: Connection, { google, config }: Ground): Finding[] {
  const missing = missingScopes(google!.neededScopes, scopes);
  const mend = `Have it connected again, with every box ticked: ${config.publicUrl}/organiser/calendars`;
  if (missing.length > 0)
    return [fault(`${email} does not allow: ${missing.map(inWords).join('; ')}.`, mend)];
  if (stateReason === 'missing_scope')
    return [fault(`Google says that ${email} does not allow all that is needed.`, mend)];
  return [];
}

function inWords(scope: string): string {
  return `${meaningOf(scope)} (${scope.replace(/^.*\/auth\//, '')})`;
}
