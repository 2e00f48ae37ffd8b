// The one place that turns errors into answers: application/problem+json for programs, a page for people.
import type { Context, Middleware } from 'koa';
import { isUnstorableText } from '../database/violations.ts';
import { say } from '../languages/say.ts';
import { isProblem, Problem, type ProblemCode } from '../problem.ts';
import type { Html } from '../web/html.ts';

export const statusOf: Record<ProblemCode, number> = {
  invalid_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  slot_taken: 409,
  slot_not_offered: 409,
  already_cancelled: 409,
  hold_expired: 410,
  request_expired: 410,
  content_too_large: 413,
  unsupported_media_type: 415,
  idempotency_mismatch: 422,
  too_many_requests: 429,
  internal: 500,
  calendar_unavailable: 503,
};

/** @param problemPage how a problem looks to a person */
export function problems(
  problemPage: (ctx: Context, problem: Problem) => Html,
  report: (error: unknown) => void,
): Middleware {
  return async function answerProblems(ctx, next) {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) throw nothingHere();
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code === 'internal') report(error);
      answer(ctx, problem, problemPage);
    }
  };
}

function nothingHere(): Problem {
  return new Problem('not_found', say('There is nothing at this address.'));
}

/** Koa's and its parsers' own errors carry a status; anything else is ours to mend, and says nothing outside. */
function toProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  const status = statusOfForeign(error);
  if (status === 413)
    return new Problem('content_too_large', say('That is more than this form takes.'));
  if (status === 415)
    return new Problem(
      'unsupported_media_type',
      say('Send JSON, with Content-Type application/json.'),
    );
  if (status === 400)
    return new Problem('invalid_input', say('That could not be read. Is it well-formed JSON?'));
  return new Problem(
    'internal',
    say('Something went wrong on our side. Nothing was lost; please try again.'),
    {
      cause: error,
    },
  );
}

function statusOfForeign(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return 500;
  const isTornBody = 'code' in error && /^Z_(DATA|BUF)_ERROR$/.test(String(error.code));
  if (isTornBody || isUnstorableText(error)) return 400;
  return 'status' in error ? error.status : 500;
}

function answer(
  ctx: Context,
  problem: Problem,
  problemPage: (ctx: Context, problem: Problem) => Html,
): void {
  ctx.status = statusOf[problem.code];
  ctx.set('Cache-Control', 'no-store');
  if (problem.retryAfterSeconds !== undefined)
    ctx.set('Retry-After', String(Math.ceil(problem.retryAfterSeconds)));
  if (isForPeople(ctx)) {
    ctx.type = 'html';
    ctx.body = problemPage(ctx, problem).text;
  } else {
    ctx.body = JSON.stringify(presentProblem(problem));
    ctx.set('Content-Type', 'application/problem+json; charset=utf-8');
  }
}

function isForPeople(ctx: Context): boolean {
  const isProgram = /^\/(api|google|healthz|readyz|metrics)(\/|$)/.test(ctx.path);
  return !isProgram || ctx.path === '/api/docs';
}

/** RFC 9457, with our stable `code` beside it. */
function presentProblem(problem: Problem): object {
  return {
    type: 'about:blank',
    title: problem.message,
    status: statusOf[problem.code],
    code: problem.code,
    errors: problem.errors,
    alternatives: problem.alternatives?.map(({ startsAt, endsAt }) => ({
      start: startsAt.toISOString(),
      end: endsAt.toISOString(),
    })),
  };
}
