// `/{handle}/{slug}/book`: the form, while the time is held.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { getRetention } from '../attendees/retention-queries.ts';
import { lengthOr } from '../event-types/durations.ts';
import { type Bookable, getEventType } from '../event-types/event-type-queries.ts';
import { readBody, readQuery } from '../http/input.ts';
import { keepLanguage } from '../http/language.ts';
import { statusOf } from '../http/problems.ts';
import { currentLanguage } from '../languages/current-language.ts';
import { languageOf } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { type FieldError, isProblem, Problem } from '../problem.ts';
import { guessCountry } from '../web/countries.ts';
import { clockOf, type Reader } from '../web/dates.ts';
import { dateIn, withQuery } from '../web/picker/links.ts';
import { seeOther, sendPage } from '../web/send-page.ts';
import { readAttendee } from './attendee-input.ts';
import { findForm, findFreeNear, type FoundForm } from './find-form.ts';
import {
  type FormPlace,
  formPlace,
  type SentForm,
  sentForm,
  toSubmission,
  type Typed,
  typedFields,
} from './form-input.ts';
import { isTimeGone } from './form-trouble.ts';
import { formPage } from './form-view.ts';
import { holdOverPage } from './hold-over-view.ts';
import { clientOf } from './page-reader.ts';
import { sendForm } from './send-form.ts';

type Path = { handle: string; slug: string };

export function formPages(parts: Parts): Router {
  const router = new Router();

  router.get('/:handle/:slug/book', async (ctx) => {
    const place = readQuery(ctx, formPlace);
    if (place.hold === undefined) return seeOther(ctx, calendarOf(ctx, place));
    await showForm(parts, ctx, place, await findForm(parts, place.hold));
  });

  router.post('/:handle/:slug/book', async (ctx) => {
    const form = readBody(ctx, sentForm);
    const { handle, slug } = ctx.params as Path;
    const bookable = await getBookable(parts, { handle, slug, ...form });
    const sent = { form, typed: typedFields(form), bookable };
    if (form.language) {
      keepLanguage(ctx, parts.config.publicUrl, form.language);
      return showAgain(parts, ctx, sent);
    }
    try {
      const manageToken = await send(parts, ctx, sent);
      seeOther(ctx, `/bookings/${manageToken}`);
    } catch (error) {
      if (!isProblem(error)) throw error;
      await showAgain(parts, ctx, sent, error);
    }
  });
  return router;
}

type Sent = { form: SentForm; typed: Typed; bookable: Bookable };

async function send(parts: Parts, ctx: Context, { form, typed, bookable }: Sent): Promise<string> {
  const { hold, take, start } = form;
  const startsAt = take ?? start;
  if (!startsAt) throw new Problem('slot_not_offered', say('Please choose a time first.'));
  const { timeZone } = readerOf(ctx, form, bookable);
  const attendee = readAttendee(toSubmission(typed, timeZone, localeOf(ctx)), bookable.eventType);
  const { handle, slug } = ctx.params as Path;
  const takesAnother = take !== undefined;
  const client = clientOf(ctx, parts);
  const { durationMinutes } = bookable.eventType;
  const slot = { handle, slug, startsAt, durationMinutes, key: form.key };
  const sent = { ...slot, hold, takesAnother, attendee, client };
  const { booking } = await sendForm(parts, sent);
  // The link of whoever typed the form: the first generation, which the proof ends.
  return parts.tokens.create('manage', booking.id);
}

async function showForm(
  parts: Parts,
  ctx: Context,
  place: FormPlace,
  found: FoundForm,
): Promise<void> {
  const { config } = parts;
  const { organiser, eventType } = found;
  const reader = readerOf(ctx, place, found);
  if (found.kind === 'sent') return seeOther(ctx, `/bookings/${found.manageToken}`);
  if (found.kind === 'over')
    return sendPage(ctx, holdOverPage({ ...found, config, reader }), statusOf.hold_expired);
  const { hold } = found;
  const typed = { phoneCountry: guessCountry(reader.timeZone, ctx.get('Accept-Language')) ?? '' };
  const held = { token: place.hold!, expiresAt: hold.expiresAt };
  const retention = await getRetention(parts.database, organiser.id);
  const { key } = found;
  const view = { organiser, eventType, key, config, reader, now: parts.clock(), typed, retention };
  sendPage(ctx, formPage({ ...view, errors: [], times: hold, hold: held }));
}

/** Everything typed is kept; what is wrong is said beside it. */
async function showAgain(
  parts: Parts,
  ctx: Context,
  { form, typed, bookable }: Sent,
  problem?: Problem,
): Promise<void> {
  const startsAt = form.take ?? form.start;
  if (!startsAt) return seeOther(ctx, calendarOf(ctx, form));
  const { organiser, eventType } = bookable;
  const isGone = problem !== undefined && isTimeGone(problem);
  const alternatives = isGone ? await findFreeNear(parts, { ...bookable, startsAt }) : [];
  const errors = problem ? errorsOf(problem) : [];
  const page = formPage({
    organiser,
    eventType,
    key: form.key,
    config: parts.config,
    now: parts.clock(),
    typed,
    errors,
    retention: await getRetention(parts.database, organiser.id),
    reader: readerOf(ctx, form, bookable),
    times: { startsAt, endsAt: new Date(startsAt.getTime() + eventType.durationMinutes * 60_000) },
    hold: isGone ? null : await findLiveHold(parts, form.hold),
    trouble: problem && errors.length === 0 ? { problem, alternatives } : undefined,
  });
  sendPage(ctx, page, problem ? statusOf[problem.code] : 200);
}

async function findLiveHold(parts: Parts, token: string | undefined) {
  const found = token === undefined ? null : await findForm(parts, token);
  return found?.kind === 'open' ? { token: token!, expiresAt: found.hold.expiresAt } : null;
}

/** The fields' names on the page have no `attendee.` before them. */
function errorsOf({ errors = [] }: Problem): FieldError[] {
  return errors.map(({ field, message }) => ({ field: field.replace(/^attendee\./, ''), message }));
}

function readerOf(ctx: Context, { timeZone, clock }: FormPlace, { organiser }: Bookable): Reader {
  return {
    timeZone: timeZone ?? organiser.timeZone,
    clock: clock ?? clockOf(ctx.get('Accept-Language')),
  };
}

/** That of the page; with the browser's region, where it asks for that language: English dates differ by region. */
function localeOf(ctx: Context): string {
  const { language } = currentLanguage();
  const asked = /^[a-z]{2,3}(-[a-z]{2})?/i.exec(ctx.get('Accept-Language'))?.[0] ?? language;
  return languageOf(asked) === language && asked.startsWith(language) ? asked : language;
}

function calendarOf(ctx: Context, place: FormPlace): string {
  const { handle, slug } = ctx.params as Path;
  const { timeZone, clock, start, durationMinutes, key } = place;
  const date = timeZone && start && dateIn(timeZone, start);
  return withQuery(`/${handle}/${slug}`, { timeZone, clock, date, durationMinutes, key });
}

/** At the length that was chosen: once a form is open, its hold has been let in. */
async function getBookable(
  { database }: Parts,
  { handle, slug, durationMinutes }: Path & Pick<FormPlace, 'durationMinutes'>,
): Promise<Bookable> {
  const { organiser, eventType } = await getEventType(database, handle, slug);
  const length = lengthOr(eventType, durationMinutes);
  return { organiser, eventType: { ...eventType, durationMinutes: length } };
}
