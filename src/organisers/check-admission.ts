// Whether this person may come in at all.
import type { Config } from '../config.ts';
import type { Identity } from '../google/google.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import { isAdmitted } from './admission.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

/** Throws forbidden. Who is signed in already may connect any further account that is theirs. */
export function checkAdmission(
  { organisers }: Config,
  identity: Identity,
  { connectTo }: SignInAttempt,
): void {
  if (!identity.isEmailVerified)
    throw new Problem('forbidden', say('Google has not verified this e-mail address yet.'));
  if (connectTo === null && !isAdmitted(identity, organisers))
    throw new Problem(
      'forbidden',
      say(
        '{email} may not sign in here. Whoever runs this service can add the address to ORGANISERS.',
        { email: identity.email },
      ),
    );
}
