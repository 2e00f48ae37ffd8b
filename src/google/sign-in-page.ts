// Google's sign-in page before anybody has signed in: what it makes of the client and of the address to lead back to.
import type { gaxios } from 'google-auth-library';
import type { SignInPageAnswer } from './google.ts';

/** `url`: an authorization URL. Throws where no answer comes. */
export async function askSignInPage(
  transport: gaxios.Gaxios,
  url: string,
): Promise<SignInPageAnswer> {
  const { status, headers, data } = await transport.request<string>({
    url,
    redirect: 'manual',
    responseType: 'text',
    validateStatus: () => true,
  });
  const location = headers.get('location');
  if (location !== null) return readLocation(new URL(location, url));
  if (status < 300) return { is: 'accepted' };
  const reason = /\b(?:[a-z]+_)+(?:mismatch|client|request|scope|internal)\b/.exec(data)?.[0];
  return reason === undefined ? { is: 'unclear' } : { is: 'refused', reason };
}

/** Google goes on to the page for the account, or to one that tells what is wrong. */
function readLocation(location: URL): SignInPageAnswer {
  const told = location.searchParams.get('authError');
  if (told !== null) {
    const reason = firstField(Buffer.from(told, 'base64'));
    return reason === null ? { is: 'unclear' } : { is: 'refused', reason };
  }
  return location.pathname.includes('/signin/') ? { is: 'accepted' } : { is: 'unclear' };
}

/** A protobuf message whose first field is the reason's name; not documented, and the same for many years. */
function firstField(message: Buffer): string | null {
  const [tag, length = 0] = message;
  const name = message.subarray(2, 2 + length).toString('latin1');
  return tag === 0x0a && /^[a-z_]+$/.test(name) ? name : null;
}
