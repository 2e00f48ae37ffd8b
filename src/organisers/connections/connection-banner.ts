import type { RouterContext } from '@koa/router';
import { findSignedIn } from '../../http/session.ts';
// On every page of the organiser's: the worst that is wrong with Google, in a few calm lines, and what to do.
import { say } from '../../languages/say.ts';
import type { Parts } from '../../parts.ts';
import { buttonLink, notice } from '../../web/components.ts';
import { type Html, html } from '../../web/html.ts';
import { findHealth } from './find-health.ts';
import { listTroubles } from './health.ts';
import { troubleWords } from './trouble-words.ts';

/** Looks before a page is made; the page then tells. */
export function noteConnections(parts: Parts) {
  return async (ctx: RouterContext, next: () => Promise<unknown>): Promise<void> => {
    const organiser = findSignedIn(ctx);
    if (organiser) {
      const now = parts.clock();
      const troubles = listTroubles(await findHealth(parts, organiser), now);
      ctx.state.troubles = troubles.map((each) => troubleWords(each, now, organiser.timeZone));
    }
    await next();
  };
}

export function connectionBanner(ctx: RouterContext): Html | null {
  const [worst, ...others] = (ctx.state.troubles ?? []) as ReturnType<typeof troubleWords>[];
  if (!worst) return null;
  const { title, sentence, todo } = worst;
  return notice({
    kind: 'warning',
    title,
    body: html`<div class="stack">
      <p>${sentence}</p>
      <p class="row">
        ${todo && buttonLink(todo)}
        ${
          others.length > 0 &&
          html`<a href="/organiser/calendars"
            >${say('{count, plural, one {and one more thing} other {and # more things}}', { count: others.length })}</a
          >`
        }
      </p>
    </div>`,
  });
}
