// /organiser/attendees/{id}/erase: asks once, says what goes and what stays, and ends at the receipt.
import { Router, type RouterContext } from '@koa/router';
import { readBody } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import { readId } from '../organisers/id-input.ts';
import { goTo, organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { button, buttonLink, notice } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { listAttendeeBookings } from './attendee-booking-queries.ts';
import { eraseForm } from './attendee-input.ts';
import { getAttendee } from './attendee-queries.ts';
import { bookingRow, home, wayBack } from './attendee-view.ts';
import type { AttendeeBooking } from './attendee.ts';
import { eraseAttendee } from './erase-attendee.ts';
import { counted, googleWords } from './receipt.ts';

export function erasePages(parts: Parts): Router {
  const router = new Router({ prefix: '/attendees/:id/erase' });
  router.get('/', (ctx) => showQuestion(parts, ctx));
  router.post('/', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const id = readId(ctx);
    const cancelsUpcoming = readBody(ctx, eraseForm).cancelUpcoming === 'yes';
    try {
      const receipt = await eraseAttendee(parts, organiser.id, { id, cancelsUpcoming });
      goTo(ctx, `/organiser/privacy/receipts/${receipt.id}`, 'erased');
    } catch (error) {
      if (!isProblem(error, 'forbidden')) throw error;
      await showQuestion(parts, ctx, error);
    }
  });
  return router;
}

async function showQuestion(parts: Parts, ctx: RouterContext, refused?: Problem): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const now = parts.clock();
  const attendee = await getAttendee(parts.database, organiser.id, readId(ctx), now);
  const bookings = await listAttendeeBookings(parts.database, organiser.id, attendee, now);
  const upcoming = bookings.filter(({ isUpcoming }) => isUpcoming);
  const place = `${home}/${attendee.id}`;
  const title = `Erase ${attendee.name}?`;
  const body = html`${wayBack(place, `Back to ${attendee.name}`)}
    <h1>${title}</h1>
    ${refused && notice({ kind: 'warning', body: refused.message, isUrgent: true })}
    <form class="card stack" method="post" action="${place}/erase">
      ${consequences(attendee.email, bookings.length)}
      ${upcoming.length > 0 && consent(upcoming, organiser.timeZone)}
      <p class="row">
        ${button({ label: 'Erase for good', kind: 'danger' })}
        ${buttonLink({ label: 'Keep the record', href: place, kind: 'quiet' })}
      </p>
    </form>`;
  const page = organiserPage(parts.config, ctx, { title, place: home, body });
  show(ctx, page, refused ? statusOf[refused.code] : 200);
}

function consequences(email: string, bookings: number): Html {
  return html`<p>This cannot be undone. This is what happens:</p>
    <ul class="stack">
      <li>
        Name, addresses, phone number, your note, and all that was typed in forms are erased, for
        ${email} and every address that was merged into it.
      </li>
      <li>
        ${counted(bookings, 'booking keeps its', 'bookings keep their')} time and outcome, without
        the person, so that your history and your numbers stay true.
      </li>
      <li>Links to these bookings end.</li>
      <li>${googleWords}</li>
      <li>Mails that were sent stay in the mailboxes they went to.</li>
      <li>You get a receipt that names nobody, to keep and to hand over.</li>
    </ul>`;
}

function consent(upcoming: readonly AttendeeBooking[], timeZone: string): Html {
  const them = upcoming.length === 1 ? 'this appointment' : 'these appointments';
  return html`<div class="stack">
    <h2>Still to come</h2>
    <ul class="visits">
      ${upcoming.map((booking) => bookingRow(booking, timeZone))}
    </ul>
    <label class="choice">
      <input type="checkbox" name="cancelUpcoming" value="yes" />
      <span>Cancel ${them}. The event is deleted in Google, and Google tells the guest.</span>
    </label>
  </div>`;
}
