// A browser without JavaScript: keeps cookies per site, follows redirects, presses buttons.
import type { TestService } from '../support/service.ts';

export type Shown = { status: number; url: URL; text: string; headers: Headers };

export type Visitor = {
  /** `follows` false: a redirect is shown as it is. */
  open(address: string, follows?: boolean): Promise<Shown>;
  send(address: string, fields: Record<string, string> | [string, string][]): Promise<Shown>;
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string): void;
  /** From our sign-in to wherever it ends; `answer` is what is pressed on Google's page. */
  signIn(email: string, answer?: Answer): Promise<Shown>;
};

export type Answer = {
  decision?: 'allow' | 'cancel';
  /** Boxes that are not ticked, by the end of their scope. */
  untick?: string[];
  start?: string;
};

type Jar = Map<string, string>;

export function createVisitor(service: TestService): Visitor {
  const jars = new Map<string, Jar>();
  const jarOf = (url: URL): Jar => {
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    return jar;
  };
  const visit = (address: string, init?: RequestInit, hops?: number) =>
    follow(jarOf, new URL(address, service.url), init, hops);
  const ours = jarOf(new URL(service.url));
  const visitor: Visitor = {
    open: (address, follows = true) => visit(address, {}, follows ? undefined : 0),
    send: (address, fields) =>
      visit(address, { method: 'POST', body: new URLSearchParams(fields) }),
    cookie: (name) => ours.get(name),
    setCookie: (name, value) => void ours.set(name, value),
    signIn: (email, answer = {}) => signIn(visitor, email, answer),
  };
  return visitor;
}

async function signIn(visitor: Visitor, email: string, answer: Answer): Promise<Shown> {
  const { decision = 'allow', start = '/auth/google' } = answer;
  let shown = await visitor.open(start);
  if (shown.text.includes('Choose an account')) {
    const address = linkTo(shown, email);
    shown = await visitor.open(address);
  }
  return shown.text.includes('name="decision"') ? consent(visitor, shown, decision, answer) : shown;
}

function consent(
  visitor: Visitor,
  page: Shown,
  decision: string,
  { untick = [] }: Answer,
): Promise<Shown> {
  const action = /<form[^>]* action="([^"]+)"/.exec(page.text)![1]!;
  const scopes = [...page.text.matchAll(/name="scope" value="([^"]+)"/g)].map((match) => match[1]!);
  const ticked = scopes.filter((scope) => !untick.some((end) => scope.endsWith(end)));
  const fields = ticked.map((scope): [string, string] => ['scope', scope]);
  return visitor.send(new URL(unescape(action), page.url).href, [
    ['decision', decision],
    ...fields,
  ]);
}

function linkTo({ text, url }: Shown, email: string): string {
  const links = [...text.matchAll(/href="([^"]+)"/g)].map((match) => unescape(match[1]!));
  const link = links.find((link) => link.includes(encodeURIComponent(email)));
  if (link === undefined) throw new Error(`Google does not offer ${email}`);
  return new URL(link, url).href;
}

function unescape(text: string): string {
  return text.replaceAll('&amp;', '&');
}

async function follow(
  jarOf: (url: URL) => Jar,
  url: URL,
  init: RequestInit = {},
  hops = 10,
): Promise<Shown> {
  const jar = jarOf(url);
  const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  const response = await fetch(url, { ...init, headers, redirect: 'manual' });
  keepCookies(jar, response.headers);
  const place = response.headers.get('location');
  if (place !== null && response.status < 400 && response.status >= 300 && hops > 0) {
    await response.body?.cancel();
    return follow(jarOf, new URL(place, url), {}, hops - 1);
  }
  return { status: response.status, url, text: await response.text(), headers: response.headers };
}

function keepCookies(jar: Jar, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) {
    const [pair] = cookie.split(';');
    const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}
