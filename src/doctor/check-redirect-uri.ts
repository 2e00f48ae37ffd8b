// The address that Google leads people back to after they have signed in: Google must know it, letter by letter.
import { GoogleFailure } from '../google/google-failure.ts';
import { redirectUriAt } from '../google/redirect-uri.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';

export async function checkRedirectUri({ config, google, faults }: Ground): Promise<Finding[]> {
  if (!google || faults.some((each) => each.startsWith('PUBLIC_URL'))) return [];
  const redirectUri = redirectUriAt(config.publicUrl);
  const register = `In the Google Cloud console, Google Auth Platform → Clients → this client → Authorized redirect URIs, add exactly: ${redirectUri}`;
  const answer = await google.askSignInPage().catch(unclearWhereSilent);
  if (answer.is === 'accepted') return [ok(`Google leads back to ${redirectUri}`)];
  if (answer.is === 'unclear')
    return [
      note(`Whether Google leads back to ${redirectUri} cannot be seen from here.`, register),
    ];
  if (answer.reason === 'redirect_uri_mismatch')
    return [fault(`Google does not lead back to ${redirectUri}`, register)];
  return [
    fault(`Google's sign-in page refuses: ${answer.reason}.`, mends[answer.reason] ?? register),
  ];
}

/** That Google is silent is said of the client already. */
function unclearWhereSilent(error: unknown): { is: 'unclear' } {
  if (error instanceof GoogleFailure) return { is: 'unclear' };
  throw error;
}

const mends: Record<string, string> = {
  invalid_client: 'Copy the client ID anew into GOOGLE_CLIENT_ID.',
  deleted_client: 'The client was deleted: make a new one, and set its ID and secret.',
  invalid_request:
    'Set PUBLIC_URL to what Google takes: https with a real domain name, or http://localhost.',
  org_internal:
    'This client is for people of its own organisation only: Google Auth Platform → Audience → Make external.',
};
