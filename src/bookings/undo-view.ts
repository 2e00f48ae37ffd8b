// The page behind "Undo the move": now and before, and the one button that moves the booking back.
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import type { Problem, SlotTimes } from '../problem.ts';
import { actionButton, buttonLink, facts, notice } from '../web/components.ts';
import { type Reader, zoneText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import type { Booking } from './booking.ts';
import { whenLine } from './chosen-time.ts';
import { letterPage } from './letter-view.ts';
import type { Undo } from './undo-move.ts';

export type UndoPage = Undo & {
  config: Config;
  reader: Reader;
  /** Where the button sends to. */
  action: string;
  trouble?: Problem | undefined;
};

export function undoPage(view: UndoPage): Html {
  const { config, booking, back, reader, action, trouble } = view;
  if (!back) return nothingToUndoPage(view);
  const who = nameOf(booking);
  return letterPage({
    config,
    title: say('Move it back?'),
    scripts: ['form.ts'],
    body: html`${trouble && refusal(trouble)}
      <p>
        ${say('You moved this in Google Calendar. {who} knows the new time, and is told when it goes back.', { who })}
      </p>
      ${facts([
        [say('What'), view.eventType.title],
        [say('With'), who],
        [say('Now'), whenLine(booking, reader)],
        [say('Back to'), html`<strong>${whenLine(back, reader)}</strong>`],
        [say('Zone'), zoneText(reader.timeZone, back.startsAt)],
      ])}
      ${actionButton(action, { label: say('Move it back') })}
      <p class="soft small">${say('To leave it where it is, simply close this page.')}</p>`,
  });
}

export function undonePage(view: UndoPage): Html {
  return settledPage(view, {
    title: say('Moved back'),
    sentence: say('{name} gets a mail, and Google Calendar follows.', {
      name: nameOf(view.booking),
    }),
  });
}

/** It was moved back already, moved again, cancelled, or is over. */
function nothingToUndoPage(view: UndoPage): Html {
  const isCancelled = view.booking.state === 'cancelled';
  return settledPage(view, {
    title: say('Nothing to undo'),
    sentence: isCancelled
      ? say('This appointment is cancelled.')
      : say('The appointment has changed since that mail, or the time before it has passed.'),
  });
}

function settledPage(
  view: UndoPage,
  { title, sentence }: { title: string; sentence: string },
): Html {
  const { config, booking, reader, eventType } = view;
  const times: SlotTimes = booking;
  return letterPage({
    config,
    title,
    body: html`<p>${sentence}</p>
      ${facts([
        [say('What'), eventType.title],
        [say('With'), nameOf(booking)],
        [say('When'), booking.state === 'confirmed' && whenLine(times, reader)],
      ])}
      ${buttonLink({ label: say('Open my bookings'), href: '/organiser' })}`,
  });
}

function nameOf(booking: Booking): string {
  return ('attendee' in booking && booking.attendee?.name) || say('The attendee');
}

function refusal({ message }: Problem): Html {
  const body = html`<p>${message}</p>`;
  return notice({ kind: 'warning', title: say('Not moved'), body, isUrgent: true });
}
