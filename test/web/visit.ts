// A visitor without a browser: pages by GET, forms by POST, the text of what comes back.
import type { MadeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';

export type Shown = {
  status: number;
  /** Where it leads on to, or nowhere: ''. */
  location: string;
  markup: string;
  /** What stands on the page, without the long list of zones. */
  words: string;
  headers: Headers;
};

export type Fields = Record<string, string | undefined>;

export function visitor({ url }: Pick<TestService, 'url'>) {
  const send = async (path: string, options: RequestInit): Promise<Shown> => {
    const answer = await fetch(new URL(path, url), { redirect: 'manual', ...options });
    const { status, headers } = answer;
    const markup = await answer.text();
    const location = headers.get('Location') ?? '';
    return { status, location, markup, words: wordsOf(markup), headers };
  };
  return {
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    post: (path: string, fields: Fields = {}, headers: Record<string, string> = {}) =>
      send(path, { method: 'POST', body: bodyOf(fields), headers }),
  };
}

export function pathOf({ organiser, eventType }: MadeOrganiser): string {
  return `/${organiser.handle}/${eventType.slug}`;
}

/** The address of the first link with these words. */
export function linkTo(markup: string, words: string): string {
  const [, href = ''] = new RegExp(`<a[^>]*href="([^"]*)"[^>]*>\\s*${words}`).exec(markup) ?? [];
  return href.replaceAll('&amp;', '&');
}

/** The times on offer, as their buttons send them. */
export function offeredStarts(markup: string): string[] {
  return [...markup.matchAll(/name="start" value="([^"]+)"/g)].map(([, start]) => start!);
}

function wordsOf(markup: string): string {
  return markup
    .replaceAll(/<head>[^]*?<\/head>|<select[^]*?<\/select>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function bodyOf(fields: Fields): URLSearchParams {
  const told = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(told as [string, string][]);
}
