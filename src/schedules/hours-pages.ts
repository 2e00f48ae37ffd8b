// /organiser/hours: the week and the dates that differ, as plain forms.
import { Router, type RouterContext } from '@koa/router';
import { getAvailability } from '../availability/availability-queries.ts';
import { dateOf, dayOf } from '../availability/dates.ts';
import type { Availability } from '../availability/open-hours.ts';
import { dayAt, timeZoneNamed } from '../availability/time-zone.ts';
import { requireOrganiser } from '../http/session.ts';
import { goTo, organiserPage, savedWords, show } from '../organisers/organiser-layout.ts';
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
import { readHours } from './hours-input.ts';
import { datesCard, weekForm } from './hours-view.ts';
import { type HoursChange, setHours } from './set-hours.ts';

const said = {
  week: 'Your week is saved.',
  date: 'The date is saved.',
  removed: 'The date is removed.',
};

type Drafts = { week?: WeekDraft; date?: DateDraft; faults?: FieldError[] };

export function hoursPages(parts: Parts): Router {
  const router = new Router();
  router.get('/hours', (ctx) => showHours(parts, ctx));
  router.post('/hours', async (ctx) => {
    const week = readWeek(bodyOf(ctx));
    const { timeZone } = week;
    const change: HoursChange = (before, now) =>
      readHours({ ...before, timeZone, weekly: weeklyOf(week) }, before, now);
    await save(parts, ctx, change, 'week', (faults) => ({
      week,
      faults: weekErrors(week, faults),
    }));
  });
  router.post('/hours/dates', async (ctx) => {
    const date = readDate(bodyOf(ctx));
    const change: HoursChange = (before, now) =>
      readHours({ ...before, overrides: [...before.overrides, overrideOf(date)] }, before, now);
    await save(parts, ctx, change, 'date', (faults) => ({
      date,
      faults: dateErrors(date, faults),
    }));
  });
  router.post('/hours/dates/remove', async (ctx) => {
    const gone = bodyOf(ctx)['date'];
    await setHours(
      parts,
      { organiserId: requireOrganiser(ctx).id, scheduleId: null },
      'any',
      (before) => ({
        ...before,
        overrides: before.overrides.filter(({ date }) => date !== gone),
      }),
    );
    goTo(ctx, '/organiser/hours', 'removed');
  });
  return router;
}

/** When something is wrong, the page is shown again with all that was typed. */
async function save(
  parts: Parts,
  ctx: RouterContext,
  change: HoursChange,
  saved: keyof typeof said,
  draftsOf: (faults: FieldError[]) => Drafts,
): Promise<void> {
  try {
    await setHours(
      parts,
      { organiserId: requireOrganiser(ctx).id, scheduleId: null },
      'any',
      change,
    );
    goTo(ctx, '/organiser/hours', saved);
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    await showHours(parts, ctx, draftsOf(error.errors ?? []));
  }
}

async function showHours(parts: Parts, ctx: RouterContext, drafts: Drafts = {}): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const availability = await getAvailability(parts.database, organiser.id);
  const { week = weekOf(availability), date = emptyDate(), faults = [] } = drafts;
  const body = html`<h1>Your hours</h1>
    <p class="soft">
      A time is missing on your page? <a href="/organiser/why">Ask why it is not offered</a>.
    </p>
    ${weekForm(week, drafts.week ? faults : [])}
    ${datesCard(comingDates(availability, parts.clock()), date, drafts.date ? faults : [])}`;
  const saved = savedWords(ctx, said);
  const page = { title: 'Your hours', place: '/organiser/hours', body, saved } as const;
  show(ctx, organiserPage(parts.config, ctx, page), faults.length > 0 ? 400 : 200);
}

function comingDates({ timeZone, overrides }: Availability, now: Date) {
  const today = dateOf(dayAt(timeZoneNamed(timeZone), Math.floor(now.getTime() / 60_000)));
  return overrides.filter(({ date }) => dayOf(date) >= dayOf(today));
}

function bodyOf(ctx: RouterContext): FormBody {
  return (ctx.request as { body?: FormBody }).body ?? {};
}
