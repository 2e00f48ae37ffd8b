// What Google made of a booking that it has not got as it stands, and what the organiser can do.
import { say } from '../languages/say.ts';
import { actionButton, buttonLink, notice } from '../web/components.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { failureWords } from './connections/failure-words.ts';
import type { OwnBooking, PublishTrouble } from './own-booking.ts';

export function publishNotice(booking: OwnBooking): Html | null {
  const { publishTrouble: trouble } = booking;
  if (!trouble || booking.state === 'requested' || booking.state === 'expired') return null;
  return notice({
    kind: trouble.isGivenUp ? 'warning' : 'plain',
    title: titleOf(booking, trouble),
    body: html`<div class="stack">
      <p>${sentencesOf(trouble)}</p>
      <p class="soft small">${say('Its answer: {said}', { said: trouble.said })}</p>
      <div class="row">${ways(booking, trouble)}</div>
    </div>`,
  });
}

function titleOf({ state }: OwnBooking, { isGivenUp }: PublishTrouble): string {
  if (state === 'cancelled') return say('Its event is still in Google Calendar');
  return isGivenUp
    ? say('Google Calendar does not take this appointment')
    : say('Google Calendar has not taken this yet');
}

function sentencesOf(trouble: PublishTrouble): string {
  if (trouble.code === 'invalid')
    return say(
      'It cannot read the event. Most often that is for an e-mail address or a place: look at both, and try again. The appointment stands here.',
    );
  const what = failureWords(trouble.code);
  if (isReconnected(trouble)) return say('{what} It follows once you connect again.', { what });
  if (!trouble.isGivenUp)
    return say('{what} We keep trying; the appointment stands here all the while.', { what });
  return say('{what} We do not try again by ourselves. The appointment stands here.', { what });
}

function ways(booking: OwnBooking, trouble: PublishTrouble): Child {
  const connections = { label: say('Connections'), href: '/organiser/calendars' };
  if (isReconnected(trouble)) return buttonLink(connections);
  const { slug } = booking.eventType;
  return [
    actionButton(`/organiser/bookings/${booking.id}/publish`, {
      label: say('Try again'),
      kind: 'plain',
    }),
    trouble.code === 'invalid' &&
      buttonLink({
        label: say('Look at the place'),
        href: `/organiser/event-types/${slug}`,
        kind: 'quiet',
      }),
    trouble.code === 'not_found' && buttonLink({ ...connections, kind: 'quiet' }),
  ];
}

function isReconnected({ code }: PublishTrouble): boolean {
  return code === 'needs_reconnect' || code === 'missing_scope';
}
