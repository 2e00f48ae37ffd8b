// /organiser/attendees: who has booked, with search; one person with bookings, a note, and the ways out.
import { Router, type RouterContext } from '@koa/router';
import { readBody, readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { readId } from '../organisers/id-input.ts';
import { goTo, organiserPage, savedWords, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { listAttendeeBookings } from './attendee-booking-queries.ts';
import { exportInput, noteInput, searchInput } from './attendee-input.ts';
import { countAttendees, getAttendee } from './attendee-queries.ts';
import {
  attendeeFacts,
  bookingsCard,
  home,
  noteForm,
  people,
  recordCard,
  searchForm,
  wayBack,
} from './attendee-view.ts';
import { changeNote } from './change-note.ts';
import { listPage, type ListPage } from './list-page.ts';
import { sendExport } from './send-export.ts';

const perPage = 50;
const said = { note: 'The note is saved.', merged: 'The two records are one now.' };

export function attendeePages(parts: Parts): Router {
  const router = new Router({ prefix: '/attendees' });
  router.get('/', (ctx) => showList(parts, ctx));
  router.get('/:id', (ctx) => showAttendee(parts, ctx));
  router.post('/:id/note', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const id = readId(ctx);
    try {
      await changeNote(parts, organiser.id, id, readBody(ctx, noteInput).note);
      goTo(ctx, `${home}/${id}`, 'note');
    } catch (error) {
      if (!isProblem(error, 'invalid_input')) throw error;
      await showAttendee(parts, ctx, {
        note: typedNote(ctx),
        error: error.errors?.[0]?.message ?? '',
      });
      ctx.status = 400;
    }
  });
  router.get('/:id/export', async (ctx) => {
    const own = { organiserId: requireOrganiser(ctx).id, id: readId(ctx) };
    await sendExport(parts, ctx, own, readQuery(ctx, exportInput).format);
  });
  return router;
}

function typedNote(ctx: RouterContext): string {
  const { note } = (ctx.request as { body?: { note?: unknown } }).body ?? {};
  return typeof note === 'string' ? note : '';
}

async function showList(parts: Parts, ctx: RouterContext): Promise<void> {
  const { id, timeZone } = requireOrganiser(ctx);
  const { q: search, cursor: after } = readQuery(ctx, searchInput);
  const found = await listPage(parts, id, { search, after, limit: perPage });
  const count = await countAttendees(parts.database, id);
  const body = html`<h1>Attendees</h1>
    <section class="card stack" aria-label="List">
      ${count > 0 && searchForm(home, search, 'Name or address')}
      ${found.attendees.length === 0 ? nobody(search) : people(found.attendees, timeZone)}
      ${steps(found, search, after !== undefined)}
    </section>
    <section class="card stack" aria-labelledby="privacy">
      <h2 id="privacy">Privacy</h2>
      <p>How long what the form asks is kept, and the receipts of what was erased.</p>
      <p>${buttonLink({ label: 'Privacy settings', href: '/organiser/privacy' })}</p>
    </section>`;
  show(ctx, organiserPage(parts.config, ctx, { title: 'Attendees', place: home, body }));
}

function nobody(search: string | undefined): Html {
  return search
    ? html`<p>
        Nobody’s name or address has “${search}” in it. <a href="${home}">Show everybody</a>
      </p>`
    : html`<p class="soft">Nobody has booked yet. Whoever does is listed here.</p>`;
}

function steps({ next }: ListPage, search: string | undefined, isLater: boolean): Html | false {
  if (next === null && !isLater) return false;
  const first = withQuery(home, { q: search });
  const later = next && withQuery(home, { q: search, cursor: next });
  return html`<nav class="row" aria-label="Pages of the list">
    ${isLater && buttonLink({ label: 'Back to the first', href: first, kind: 'quiet' })}
    ${later && buttonLink({ label: 'Next page', href: later })}
  </nav>`;
}

async function showAttendee(
  parts: Parts,
  ctx: RouterContext,
  typed?: { note: string; error: string },
): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const { timeZone } = organiser;
  const now = parts.clock();
  const attendee = await getAttendee(parts.database, organiser.id, readId(ctx), now);
  const bookings = await listAttendeeBookings(parts.database, organiser.id, attendee, now);
  const body = html`${wayBack(home, 'All attendees')}
    <h1>${attendee.name}</h1>
    <section class="card stack" aria-label="About ${attendee.name}">
      ${attendeeFacts(attendee, timeZone)}
      <p>
        ${buttonLink({ label: say('Book again'), href: `/organiser/book?attendee=${attendee.id}` })}
      </p>
    </section>
    ${noteForm(attendee, typed?.note ?? attendee.note, typed?.error)}
    ${bookingsCard(bookings, timeZone)} ${recordCard(attendee)}`;
  const saved = savedWords(ctx, said);
  show(ctx, organiserPage(parts.config, ctx, { title: attendee.name, place: home, body, saved }));
}
