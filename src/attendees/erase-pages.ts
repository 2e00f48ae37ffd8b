// /organiser/attendees/{id}/erase: asks once, says what goes and what stays, and ends at the receipt.
import { Router, type RouterContext } from '@koa/router';
import { readBody } from '../http/input.ts';
import { statusOf } from '../http/problems.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { readId } from '../organisers/id-input.ts';
import { goTo, organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { isProblem, type Problem } from '../problem.ts';
import { listAttendeeBookings } from './attendee-booking-queries.ts';
import { eraseForm } from './attendee-input.ts';
import { getAttendee } from './attendee-queries.ts';
import { home } from './attendee-view.ts';
import { eraseAttendee } from './erase-attendee.ts';
import { eraseView } from './erase-view.ts';

export function erasePages(parts: Parts): Router {
  const router = new Router({ prefix: '/attendees/:id/erase' });
  router.get('/', (ctx) => showQuestion(parts, ctx));
  router.post('/', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const { cancelUpcoming, mailReceipt } = readBody(ctx, eraseForm);
    const agreed = {
      cancelsUpcoming: cancelUpcoming === 'yes',
      mailsReceipt: mailReceipt === 'yes',
    };
    try {
      const receipt = await eraseAttendee(parts, organiser.id, { id: readId(ctx), ...agreed });
      goTo(ctx, `/organiser/privacy/receipts/${receipt.id}`, 'erased');
    } catch (error) {
      if (!isProblem(error, 'forbidden')) throw error;
      await showQuestion(parts, ctx, { refused: error, ...agreed });
    }
  });
  return router;
}

type Again = { refused: Problem; cancelsUpcoming: boolean; mailsReceipt: boolean };

async function showQuestion(parts: Parts, ctx: RouterContext, again?: Again): Promise<void> {
  const { id: organiserId, timeZone } = requireOrganiser(ctx);
  const now = parts.clock();
  const attendee = await getAttendee(parts.database, organiserId, readId(ctx), now);
  const bookings = await listAttendeeBookings(parts.database, organiserId, attendee, now);
  const title = say('Erase {name}?', { name: attendee.name });
  const body = eraseView({ title, attendee, bookings, timeZone, mailsReceipt: true, ...again });
  const page = organiserPage(parts.config, ctx, { title, place: home, body });
  show(ctx, page, again ? statusOf[again.refused.code] : 200);
}
