// /organiser/hours: the week and the dates that differ, as plain forms.
import { Router, type RouterContext } from '@koa/router';
import { getAvailability } from '../availability/availability-queries.ts';
import { dateOf, dayOf } from '../availability/dates.ts';
import type { Availability } from '../availability/open-hours.ts';
import { dayAt, timeZoneNamed } from '../availability/time-zone.ts';
import { readInput } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { type FieldError, isProblem } from '../problem.ts';
import { html } from '../web/html.ts';
import {
  dateErrors,
  type DateDraft,
  emptyDate,
  type FormBody,
  overrideOf,
  readDate,
  readWeek,
  weekErrors,
  weeklyOf,
  weekOf,
  type WeekDraft,
} from './hours-form.ts';
import { hoursInput } from './hours-input.ts';
import { datesCard, weekForm } from './hours-view.ts';
import { goTo, organiserPage, savedWords, show } from './organiser-layout.ts';
import { setHours } from './set-hours.ts';

const said = {
  week: 'Your week is saved.',
  date: 'The date is saved.',
  removed: 'The date is removed.',
};

type Drafts = { week?: WeekDraft; date?: DateDraft; errors?: FieldError[] };

export function hoursPages(parts: Parts): Router {
  const router = new Router();
  router.get('/hours', (ctx) => showHours(parts, ctx));
  router.post('/hours', async (ctx) => {
    const week = readWeek(bodyOf(ctx));
    const { timeZone } = week;
    const isSaved = await save(parts, ctx, { timeZone, weekly: weeklyOf(week) }, (errors) => ({
      week,
      errors: weekErrors(week, errors),
    }));
    if (isSaved) goTo(ctx, '/organiser/hours', 'week');
  });
  router.post('/hours/dates', async (ctx) => {
    const date = readDate(bodyOf(ctx));
    const { overrides } = await getAvailability(parts.database, requireOrganiser(ctx).id);
    const change = { overrides: [...overrides, overrideOf(date)] };
    const isSaved = await save(parts, ctx, change, (errors) => ({
      date,
      errors: dateErrors(date, errors),
    }));
    if (isSaved) goTo(ctx, '/organiser/hours', 'date');
  });
  router.post('/hours/dates/remove', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const before = await getAvailability(parts.database, id);
    const gone = bodyOf(ctx)['date'];
    const overrides = before.overrides.filter(({ date }) => date !== gone);
    await setHours(parts, id, { ...before, overrides });
    goTo(ctx, '/organiser/hours', 'removed');
  });
  return router;
}

/** False when something was wrong: then the page is shown again, with all that was typed. */
async function save(
  parts: Parts,
  ctx: RouterContext,
  change: Partial<Availability>,
  draftsOf: (errors: FieldError[]) => Drafts,
): Promise<boolean> {
  const { id } = requireOrganiser(ctx);
  const before = await getAvailability(parts.database, id);
  try {
    await setHours(parts, id, readInput(hoursInput, { ...before, ...change }));
    return true;
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    await showHours(parts, ctx, draftsOf(error.errors ?? []));
    return false;
  }
}

async function showHours(parts: Parts, ctx: RouterContext, drafts: Drafts = {}): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const availability = await getAvailability(parts.database, organiser.id);
  const { week = weekOf(availability), date = emptyDate(), errors = [] } = drafts;
  const body = html`<h1>Your hours</h1>
    ${weekForm(week, drafts.week ? errors : [])}
    ${datesCard(comingDates(availability, parts.clock()), date, drafts.date ? errors : [])}`;
  const saved = savedWords(ctx, said);
  const page = { title: 'Your hours', place: '/organiser/hours', body, saved } as const;
  show(ctx, organiserPage(parts.config, ctx, page), errors.length > 0 ? 400 : 200);
}

function comingDates({ timeZone, overrides }: Availability, now: Date) {
  const today = dateOf(dayAt(timeZoneNamed(timeZone), Math.floor(now.getTime() / 60_000)));
  return overrides.filter(({ date }) => dayOf(date) >= dayOf(today));
}

function bodyOf(ctx: RouterContext): FormBody {
  return (ctx.request as { body?: FormBody }).body ?? {};
}
