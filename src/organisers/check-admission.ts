// Whether this person may come in at all.
import { listInvitedAmong } from '../administration/invitation-queries.ts';
import type { Identity } from '../google/google.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { entriesOf, isAdmitted } from './admission.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

/** Throws forbidden. Who is signed in already may connect any further account that is theirs. */
export async function checkAdmission(
  { config, database }: Pick<Parts, 'config' | 'database'>,
  identity: Identity,
  { connectTo }: SignInAttempt,
): Promise<void> {
  if (!identity.isEmailVerified)
    throw new Problem('forbidden', say('Google has not verified this e-mail address yet.'));
  if (connectTo !== null) return;
  const isInvited = (await listInvitedAmong(database, entriesOf(identity))).length > 0;
  if (!isInvited && !isAdmitted(identity, config.organisers))
    throw new Problem(
      'forbidden',
      say(
        '{email} may not sign in here. Whoever runs this service can add the address to ORGANISERS.',
        { email: identity.email },
      ),
    );
}
