// The last page of booking for somebody: shows the form, takes it in, and shows it again with all that was typed when it
// did not go through.
import { randomUUID } from 'node:crypto';
import type { RouterContext } from '@koa/router';
import type { Typed } from '../bookings/form-input.ts';
import { listEventTypes } from '../event-types/event-type-queries.ts';
import { readBody } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { goTo, organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { type FieldError, isProblem, Problem } from '../problem.ts';
import { html } from '../web/html.ts';
import { bookOnBehalf } from './book-on-behalf.ts';
import { type Booker, findBooker, readerOf, timesOf } from './booker.ts';
import { type SentDetails, sentDetails, typedDetails } from './details-input.ts';
import { detailsForm } from './details-view.ts';
import { findPerson } from './find-person.ts';
import { findTrouble, refusedBy } from './find-trouble.ts';
import { readDetails, startOf } from './read-details.ts';
import { settledSoFar } from './summary-view.ts';
import type { Trouble } from './trouble-view.ts';
import { wishLink } from './wish.ts';

export async function showDetails(
  parts: Parts,
  ctx: RouterContext,
  booker: Booker,
  startsAt: Date,
): Promise<void> {
  const { name, typed } = await findPerson(parts, booker);
  const trouble = await findTrouble(parts, booker, startsAt);
  const sent = { typed, errors: [], trouble, accepted: '', visit: randomUUID(), on: '', at: '' };
  showForm(parts, ctx, booker, { ...sent, startsAt, name });
}

export async function sendDetails(parts: Parts, ctx: RouterContext): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const form = readBody(ctx, sentDetails);
  const booker = await findSentBooker(parts, organiser, form);
  const typed = typedDetails(form);
  try {
    const outcome = await bookOnBehalf(parts, readDetails(booker, { form, typed }, parts.tokens));
    if (outcome.is === 'booked')
      return goTo(ctx, `/organiser/bookings/${outcome.bookingId}`, 'booked');
    const again = { form, typed, errors: [unaccepted()], trouble: outcome };
    await showAgain(parts, ctx, booker, again, 409);
  } catch (error) {
    if (!isProblem(error) || error.code === 'internal') throw error;
    const isFaulty = error.code === 'invalid_input';
    const startsAt = startIn(form, booker) ?? parts.clock();
    const trouble = isFaulty ? undefined : await refusedBy(parts, booker, startsAt, error);
    const again = { form, typed, errors: error.errors ?? [], trouble };
    await showAgain(parts, ctx, booker, again, statusOf[error.code]);
  }
}

function unaccepted(): FieldError {
  const message = say('Tick this to take it all the same, or choose another time.');
  return { field: 'accept', message };
}

/** Throws not_found: what is not the organiser's own does not exist. */
async function findSentBooker(
  parts: Parts,
  organiser: Organiser,
  { eventType: slug, durationMinutes, attendee, start }: SentDetails,
): Promise<Booker> {
  const eventTypes = await listEventTypes(parts.database, organiser.id);
  const eventType = eventTypes.find((each) => each.slug === slug);
  if (!eventType) throw new Problem('not_found', say('You have no such event type.'));
  const who = attendee === undefined ? ('new' as const) : undefined;
  const wish = { eventType: slug, durationMinutes, attendee, who, start };
  return findBooker({ organiser, eventTypes, eventType, wish });
}

type Again = {
  form: SentDetails;
  typed: Typed;
  errors: readonly FieldError[];
  /** Undefined: to be found out. */
  trouble: Trouble | undefined;
};

async function showAgain(
  parts: Parts,
  ctx: RouterContext,
  booker: Booker,
  { form, typed, errors, trouble }: Again,
  status: number,
): Promise<void> {
  const startsAt = startIn(form, booker);
  if (!startsAt) return goTo(ctx, wishLink({ ...booker.wish, start: undefined }));
  const { accept: accepted, visit = randomUUID() } = form;
  const isOtherFaulty = errors.some(({ field }) => field === 'on' || field === 'at');
  const { on, at } = isOtherFaulty ? form : { on: '', at: '' };
  const found = trouble ?? (await findTrouble(parts, booker, startsAt));
  const name = (await findPerson(parts, booker)).name;
  const sent = { typed, errors, trouble: found, accepted, visit, on, at };
  showForm(parts, ctx, booker, { ...sent, startsAt, name });
  ctx.status = status;
}

/** The one before, where what was typed instead makes none. */
function startIn(form: SentDetails, { organiser }: Booker): Date | undefined {
  try {
    return startOf(form, organiser.timeZone);
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    return form.start;
  }
}

type Shown = Omit<Again, 'form' | 'trouble'> & {
  trouble: Trouble | null;
  accepted: string;
  visit: string;
  on: string;
  at: string;
  startsAt: Date;
  name: string | undefined;
};

function showForm(parts: Parts, ctx: RouterContext, booker: Booker, shown: Shown): void {
  const { startsAt, name, on, at, ...sent } = shown;
  const { organiser, eventType } = booker;
  const { timeZone } = organiser;
  const wish = { ...booker.wish, start: startsAt };
  const reader = readerOf(organiser, {});
  const other = { on, at, errors: sent.errors, timeZone };
  const settled = {
    ...booker,
    times: timesOf(booker, startsAt),
    name: name ?? say('Somebody new'),
  };
  const title = say('Book for somebody');
  const details = { ...sent, wish, eventType, reader, now: parts.clock(), other };
  const body = html`<h1>${title}</h1>
    ${settledSoFar(settled, wish, reader)} ${detailsForm(details)}`;
  const place = '/organiser/bookings' as const;
  show(ctx, organiserPage(parts.config, ctx, { title, place, body, scripts: ['form.ts'] }));
}
