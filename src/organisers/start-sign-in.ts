// The way to Google: what the browser keeps meanwhile, and the address to send it to.
import type { Parts } from '../parts.ts';
import { codeChallenge, newAttempt, sealAttempt, type SignInAttempt } from './sign-in-attempt.ts';

export type SignInChoices = Pick<SignInAttempt, 'asksConsent' | 'connectTo'> & {
  /** The address that Google should offer first. */
  loginHint?: string | undefined;
};

export function startSignIn(
  { google, seal, clock }: Parts,
  { loginHint, ...choices }: SignInChoices,
): { url: string; cookie: string } {
  const attempt = newAttempt(choices, clock());
  const url = google.authorizationUrl({
    state: attempt.state,
    codeChallenge: codeChallenge(attempt),
    prompt: promptOf(choices.asksConsent, loginHint),
    ...(loginHint !== undefined && { loginHint }),
  });
  return { url, cookie: sealAttempt(seal, attempt) };
}

/** Who is named already is not asked which account it should be. */
function promptOf(asksConsent: boolean, loginHint: string | undefined) {
  if (!asksConsent) return 'select_account';
  return loginHint === undefined ? 'consent select_account' : 'consent';
}
