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
import { html } from '../web/html.ts';
import { listAttendeeBookings } from './attendee-booking-queries.ts';
import { bookingsFileInput, exportInput, noteInput, searchInput } from './attendee-input.ts';
import { countAttendees, getAttendee } from './attendee-queries.ts';
import { attendeeFacts, home, noteForm, recordCard, wayBack } from './attendee-view.ts';
import { changeNote } from './change-note.ts';
import { listPage } from './list-page.ts';
import { listView } from './list-view.ts';
import { sendAttendees, sendBookings } from './send-all.ts';
import { sendExport } from './send-export.ts';
import { bookingsCard } from './visit-view.ts';

const perPage = 50;
const said = () => ({
  note: say('The note is saved.'),
  merged: say('The two records are one now.'),
});

export function attendeePages(parts: Parts): Router {
  const router = new Router({ prefix: '/attendees' });
  router.get('/', (ctx) => showList(parts, ctx));
  router.get('/all.csv', (ctx) => sendAttendees(parts, ctx, requireOrganiser(ctx)));
  router.get('/bookings.csv', (ctx) =>
    sendBookings(parts, ctx, requireOrganiser(ctx), readQuery(ctx, bookingsFileInput)),
  );
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
  const list = await listPage(parts, id, { search, after, limit: perPage });
  const count = await countAttendees(parts.database, id);
  const body = listView({ list, count, search, isLater: after !== undefined, timeZone });
  show(ctx, organiserPage(parts.config, ctx, { title: say('Attendees'), place: home, body }));
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
  const { id, name } = attendee;
  const bookings = await listAttendeeBookings(parts.database, organiser.id, attendee, now);
  const body = html`${wayBack(home, say('All attendees'))}
    <h1>${name}</h1>
    <section class="card stack" aria-label="${say('About {name}', { name })}">
      ${attendeeFacts(attendee, timeZone)}
      <p>${buttonLink({ label: say('Book again'), href: `/organiser/book?attendee=${id}` })}</p>
    </section>
    ${noteForm(attendee, typed?.note ?? attendee.note, typed?.error)}
    ${bookingsCard(bookings, timeZone)} ${recordCard(attendee)}`;
  const saved = savedWords(ctx, said());
  show(ctx, organiserPage(parts.config, ctx, { title: name, place: home, body, saved }));
}
