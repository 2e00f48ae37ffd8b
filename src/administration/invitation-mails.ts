// The mail to whoever is invited to offer time here.
import { say } from '../languages/say.ts';
import type { Message } from '../mail/message.ts';
import type { Invitation } from './invitation.ts';

export function invitationMessage(
  { entry, invitedBy }: Pick<Invitation, 'entry' | 'invitedBy'>,
  publicUrl: string,
): Message {
  return {
    subject:
      invitedBy === null
        ? say('You are invited to offer your time')
        : say('{name} invites you to offer your time', { name: invitedBy }),
    greeting: say('Hello,'),
    lead: say(
      'you can have a page of your own at {place}, on which others book a time with you: it shows when you are free, and what is booked stands in your Google Calendar at once.',
      { place: new URL(publicUrl).host },
    ),
    facts: [[say('Google account'), entry]],
    action: { label: say('Sign in with Google'), url: `${publicUrl}/organiser/sign-in` },
    notes: [
      say('Sign in with the Google account of this address: another one is not let in.'),
      say('If you do not know what this is about, you need not do anything.'),
    ],
  };
}
