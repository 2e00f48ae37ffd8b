// How a problem looks to a person: what happened, and what to do next.
import type { Context } from 'koa';
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { buttonLink } from './components.ts';
import { type Html, html } from './html.ts';
import { page } from './layout.ts';

const titles: Partial<Record<ProblemCode, () => string>> = {
  not_found: () => say('Nothing here'),
  not_signed_in: () => say('Please sign in'),
  forbidden: () => say('Not from here'),
  too_many_requests: () => say('One moment, please'),
  calendar_unavailable: () => say('The calendar does not answer'),
  hold_expired: () => say('This time is no longer held'),
  request_expired: () => say('This request has run out'),
};

export function problemPage(config: Config): (ctx: Context, problem: Problem) => Html {
  return (ctx, problem) =>
    page({
      title: titleOf(problem),
      notice: config.notice,
      width: 'narrow',
      body: html`<article class="card letter">
        <h1>${titleOf(problem)}</h1>
        <p>${sentenceOf(problem)}</p>
        ${wayOut(ctx, problem)}
      </article>`,
    });
}

function titleOf({ heading, code }: Problem): string {
  return heading ?? titles[code]?.() ?? say('That did not work');
}

/** Fields have their names for programs; a person reads what is wrong. */
function sentenceOf({ message, errors = [] }: Problem): string {
  return errors.length > 0 ? errors.map((error) => error.message).join(' ') : message;
}

function wayOut(ctx: Context, { code }: Problem): Html | false {
  if (code === 'not_signed_in')
    return buttonLink({ label: say('Sign in with Google'), href: '/auth/google', kind: 'primary' });
  const isWorthRepeating = ['calendar_unavailable', 'too_many_requests', 'internal'].includes(code);
  return (
    isWorthRepeating &&
    ctx.method === 'GET' &&
    buttonLink({ label: say('Try again'), href: ctx.url, kind: 'primary' })
  );
}
