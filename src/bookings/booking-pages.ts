// The pages of a booking's life, from the form to the received appointment.
import { Router } from '@koa/router';
import type { Parts } from '../parts.ts';
import { bookedLanguage } from './booked-language.ts';
import { cancelPages } from './cancel-pages.ts';
import { confirmPages } from './confirm-pages.ts';
import { formPages } from './form-pages.ts';
import { managePages } from './manage-pages.ts';
import { movePages } from './move-pages.ts';
import { undoPages } from './undo-pages.ts';

export function bookingPages(parts: Parts): Router {
  const router = new Router();
  router.use(['/confirm/:token', '/bookings/:token'], bookedLanguage(parts, 'attendee'));
  router.use('/bookings/undo/:token', bookedLanguage(parts, 'organiser'));
  for (const pages of [confirmPages, undoPages, managePages, movePages, cancelPages, formPages])
    router.use(pages(parts).routes());
  return router;
}
