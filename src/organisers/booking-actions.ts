// The buttons of one booking: what its organiser can do with it as it stands. None needs a script.
import { say } from '../languages/say.ts';
import { button, buttonLink, hiddenFields } from '../web/components.ts';
import { textArea } from '../web/fields.ts';
import { type Child, type Html, html } from '../web/html.ts';
import type { ActionWord } from './act-on-booking.ts';
import { askOnce } from './ask-once.ts';
import { awaitsApproval, type OwnBooking } from './own-booking.ts';

/** What the last press of a button came to, when it came to nothing. */
export type Failure = {
  word: ActionWord;
  message: string;
  reason: string;
  /** What is wrong with the reason, if that is it. */
  fault: string | undefined;
};

export type ActionsView = {
  now: Date;
  failure: Failure | null;
  /** Sent along with each button: the page to come back to. */
  back: Record<string, string | undefined>;
};

export function bookingActions(booking: OwnBooking, view: ActionsView): Child {
  if (awaitsApproval(booking)) return decisions(booking, view);
  const hasStarted = booking.startsAt <= view.now;
  const isOver = booking.endsAt <= view.now;
  const { state } = booking;
  const buttons = [
    state === 'confirmed' && !isOver && moveLink(booking),
    state === 'confirmed' && !hasStarted && cancellation(booking, view),
    (state === 'no_show' || (state === 'confirmed' && isOver)) && arrival(booking, view),
    (state === 'completed' || (state === 'confirmed' && hasStarted)) && absence(booking, view),
  ].filter(Boolean);
  return buttons.length > 0 && html`<div class="row">${buttons}</div>`;
}

function decisions(booking: OwnBooking, view: ActionsView): Html {
  return html`<div class="row">
    <form method="post" action="${pathOf(booking)}/approve">
      ${hiddenFields(view.back)} ${button({ label: named(say('Accept'), booking) })}
    </form>
    ${askOnce({
      label: named(say('Decline'), booking),
      question: say(
        'Decline this request? The time is offered to others again, and the attendee is told.',
      ),
      action: `${pathOf(booking)}/decline`,
      yes: say('Yes, decline'),
      fields: [hiddenFields(view.back), reasonField(booking, view, 'decline')],
      isOpen: view.failure?.word === 'decline',
    })}
  </div>`;
}

function moveLink(booking: OwnBooking): Html {
  return buttonLink({
    label: named(say('Move'), booking),
    href: `${pathOf(booking)}/move`,
  });
}

function cancellation(booking: OwnBooking, view: ActionsView): Html {
  return askOnce({
    label: named(say('Cancel'), booking),
    question: say('Cancel this appointment? The attendee is told at once.'),
    action: `${pathOf(booking)}/cancel`,
    yes: say('Yes, cancel it'),
    fields: [hiddenFields(view.back), reasonField(booking, view, 'cancel')],
    isOpen: view.failure?.word === 'cancel',
  });
}

/** Each of these two takes the other back. */
function arrival(booking: OwnBooking, view: ActionsView): Html {
  return html`<form method="post" action="${pathOf(booking)}/complete">
    ${hiddenFields(view.back)}
    ${button({ label: named(say('Took place'), booking), kind: 'plain' })}
  </form>`;
}

function absence(booking: OwnBooking, view: ActionsView): Html {
  return html`<form method="post" action="${pathOf(booking)}/no-show">
    ${hiddenFields(view.back)}
    ${button({ label: named(say('Did not come'), booking), kind: 'plain' })}
  </form>`;
}

/** Buttons of one page differ for those who only hear them. */
function named(label: string, { attendee }: OwnBooking): Html {
  const name = attendee?.name ?? say('erased');
  return html`${label}<span class="visually-hidden">: ${name}</span>`;
}

function reasonField({ id }: OwnBooking, { failure }: ActionsView, word: ActionWord): Html {
  return textArea({
    name: `reason-${id}`,
    label: say('Reason, for the attendee'),
    isOptional: true,
    rows: 2,
    value: failure?.word === word ? failure.reason : undefined,
    error: failure?.word === word ? failure.fault : undefined,
    extra: { maxlength: 1000 },
  });
}

function pathOf({ id }: OwnBooking): string {
  return `/organiser/bookings/${id}`;
}
