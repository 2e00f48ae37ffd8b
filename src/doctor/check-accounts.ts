// The connected accounts: their tokens open, Google still takes them, and for how long.
import type { GoogleFailure } from '../google/google-failure.ts';
import { failureWords } from '../organisers/connections/failure-words.ts';
import type { Connection } from './connection-queries.ts';
import { askEach, type Asked, findConnections } from './connections.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';
import { howToPublish, mayHaveDiedOfTesting } from './testing-mode.ts';

export async function checkAccounts(ground: Ground): Promise<Finding[]> {
  const connections = await findConnections(ground);
  if (!connections) return [];
  const { publicUrl } = ground.config;
  if (connections.length === 0)
    return [
      note('Nobody has connected a Google account yet.', `Sign in at ${publicUrl}/organiser`),
    ];
  const asked = await askEach(ground, connections, (google, access) =>
    google.listCalendars(access),
  );
  const living = asked.filter(isLetIn).length;
  return [
    ...(living > 0 ? [ok(`Google lets us in: ${living} of ${counted(connections.length)}.`)] : []),
    ...asked.flatMap((each) => judge(each, ground)),
    ...unanswered(asked),
  ];
}

function counted(count: number): string {
  return count === 1 ? '1 account' : `${count} accounts`;
}

/** Where a permission is missing the token is alive, too. */
function isLetIn({ outcome, connection }: Asked<unknown>): boolean {
  if (connection.state !== 'connected' || outcome === 'unopened') return false;
  return 'answer' in outcome || outcome.failure.code === 'missing_scope';
}

function judge(asked: Asked<unknown>, ground: Ground): Finding[] {
  const { connection, outcome } = asked;
  if (outcome === 'unopened') return [sealedOtherwise(connection)];
  if (isLetIn(asked)) return limits(connection, ground);
  if (connection.stateReason === 'missing_scope') return [];
  const isEnded = 'answer' in outcome || outcome.failure.code === 'needs_reconnect';
  return isEnded ? [ended(connection, ground)] : [];
}

function sealedOtherwise({ email }: Connection): Finding {
  return fault(
    `The token of ${email} was sealed with another SECRET_KEY.`,
    'Put back the SECRET_KEY from before, or have the account connected again.',
  );
}

/** Google tells how long a permission lasts only where that is limited. */
function limits({ email, endsAt }: Connection, { clock }: Ground): Finding[] {
  if (endsAt === null) return [];
  const days = Math.max(0, (endsAt.getTime() - clock().getTime()) / 86_400_000);
  return [
    note(
      `Google ends the connection of ${email} in ${days.toFixed(1)} days (${endsAt.toISOString()}): the app is in “Testing”.`,
      howToPublish,
    ),
  ];
}

function ended(connection: Connection, { clock, config }: Ground): Finding {
  const { email } = connection;
  const again = `${config.publicUrl}/organiser/calendars`;
  if (mayHaveDiedOfTesting(connection, clock()))
    return fault(
      `Google no longer lets us in for ${email}, since about seven days after it was connected: so it ends what is allowed to an app in “Testing”.`,
      `${howToPublish} (${again})`,
    );
  return fault(
    `Google no longer lets us in for ${email}: the permission was withdrawn, or it has ended.`,
    `Have the account connected again: ${again}`,
  );
}

/** One finding for all that have the same reason: it lies with Google, or with what is told of it above. */
function unanswered(asked: readonly Asked<unknown>[]): Finding[] {
  const silent = asked.flatMap(({ connection, outcome }) =>
    outcome !== 'unopened' && 'failure' in outcome && !isAboutTheAccount(outcome.failure)
      ? [{ email: connection.email, words: failureWords(outcome.failure.code) }]
      : [],
  );
  return [...Map.groupBy(silent, ({ words }) => words)].map(([words, of]) =>
    fault(
      `${of.map(({ email }) => email).join(', ')} cannot be looked at: ${words}`,
      'Run the doctor again in a while; the findings on Google above may say more.',
    ),
  );
}

function isAboutTheAccount({ code }: GoogleFailure): boolean {
  return code === 'needs_reconnect' || code === 'missing_scope';
}
