// The demo organiser signs in as a person would: the service's button, Google's consent page, and back. Only where
// nobody has that handle yet.

export async function signInOnce(
  serviceUrl: string,
  handle: string,
  address: string,
): Promise<void> {
  const profile = await fetch(`${serviceUrl}/api/organisers/${handle}`);
  if (profile.ok) return;
  const asked = await visit(`${serviceUrl}/auth/google`, {});
  const consented = await visit(forAccount(asked.location, address), {
    method: 'POST',
    body: consent(asked.location),
  });
  const back = await visit(consented.location, { headers: { Cookie: asked.cookies } });
  if (back.status >= 400) throw new Error(`the demo organiser could not sign in: ${back.status}`);
}

type Visit = { status: number; location: string; cookies: string };

async function visit(url: string, init: RequestInit): Promise<Visit> {
  const answer = await fetch(url, { ...init, redirect: 'manual' });
  return {
    status: answer.status,
    location: answer.headers.get('Location') ?? '',
    cookies: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  };
}

function forAccount(question: string, address: string): string {
  const url = new URL(question);
  url.searchParams.set('authuser', address);
  return url.href;
}

/** Every box ticked. */
function consent(question: string): URLSearchParams {
  const answer = new URLSearchParams({ decision: 'allow' });
  const scopes = new URL(question).searchParams.get('scope')!.split(' ');
  for (const scope of scopes) answer.append('scope', scope);
  return answer;
}
