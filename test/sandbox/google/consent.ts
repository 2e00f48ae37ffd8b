// Consents as a person does, without a browser: opens the address, chooses the account, ticks boxes, presses a button.

export type Answer = {
  address: string;
  decision?: 'allow' | 'cancel';
  /** The boxes left ticked; all, unless given. */
  ticked?: string[];
};

/** Where the browser is sent in the end. */
export async function consent(authorizeUrl: string, answer: Answer): Promise<URL> {
  const chosen = new URL(authorizeUrl);
  chosen.searchParams.set('authuser', answer.address);
  const shown = await fetch(chosen, { redirect: 'manual' });
  if (shown.status === 302) return new URL(shown.headers.get('location')!);
  const { action, scopes } = readForm(await shown.text());
  const body = new URLSearchParams({ decision: answer.decision ?? 'allow' });
  for (const scope of answer.ticked ?? scopes) body.append('scope', scope);
  const answered = await fetch(new URL(action, authorizeUrl), {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  return new URL(answered.headers.get('location')!);
}

function readForm(page: string): { action: string; scopes: string[] } {
  const action = /method="post"\s+action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) throw new Error(`No form to consent with:\n${page}`);
  const boxes = page.matchAll(/name="scope"\s+value="([^"]+)"/g);
  return { action: action.replaceAll('&amp;', '&'), scopes: [...boxes].map((box) => box[1]!) };
}
