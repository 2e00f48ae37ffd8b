// The page behind the link in the mail: what will be booked, and the one button that books it.
import type { Config } from '../config.ts';
import type { Bookable } from '../event-types/event-type-queries.ts';
import { say } from '../languages/say.ts';
import type { Problem, SlotTimes } from '../problem.ts';
import { actionButton, button, buttonLink, notice } from '../web/components.ts';
import { type Reader } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { timesLink } from '../web/picker/links.ts';
import { holdLine, whenLine } from './chosen-time.ts';
import { closedPage } from './closed-view.ts';
import { bookingFacts, letterPage } from './letter-view.ts';

export type ConfirmPage = Bookable & {
  config: Config;
  times: SlotTimes;
  reader: Reader;
  now: Date;
  expiresAt: Date;
  /** Where the button sends to. */
  action: string;
  trouble?: Problem | undefined;
};

export function confirmPage(view: ConfirmPage): Html {
  const { config, organiser, eventType, action, trouble } = view;
  const asks = eventType.confirmation === 'approval';
  if (organiser.isDisabled) return closedPage(view);
  return letterPage({
    config,
    title: asks ? say('Confirm your address') : say('Confirm your appointment'),
    scripts: ['form.ts'],
    body: html`${trouble && notAnswered(trouble)}
      <p>
        ${asks ? say('With this, your request goes to {organiser}.', { organiser: organiser.name }) : say('One press, and it is booked.')}
      </p>
      ${bookingFacts(view)} ${keptUntil(view)}
      ${actionButton(action, { label: asks ? say('Send my request') : say('Confirm appointment') })}
      <p class="soft small">${say('Not you? Then simply close this page: nothing is booked.')}</p>`,
  });
}

function keptUntil({ expiresAt, now, reader }: ConfirmPage): Html {
  return expiresAt <= now
    ? html`<p class="soft">${lateSentence()}</p>`
    : holdLine(expiresAt, now, reader);
}

export type RequestOverPage = Bookable & {
  config: Config;
  reader: Reader;
  action: string;
  /** The time that is gone. */
  startsAt: Date;
  alternatives: readonly SlotTimes[];
  /** False once what was entered is erased, or its day is over. */
  keepsForm: boolean;
  trouble?: Problem | undefined;
};

export function requestOverPage(view: RequestOverPage): Html {
  const { config, organiser, eventType, startsAt, reader, alternatives, keepsForm, key } = view;
  const canTakeAnother = keepsForm && alternatives.length > 0;
  return letterPage({
    config,
    title: say('This time is gone'),
    badge: [say('Not booked'), 'warning'],
    scripts: ['form.ts'],
    body: html`<p>${whyGone(view)}</p>
      ${canTakeAnother && html`<p>${say('What you entered is kept: one press books another time.')}</p>`}
      ${canTakeAnother && alternativesForm(view)}
      ${buttonLink({
        label: say('See all times'),
        href: timesLink(`/${organiser.handle}/${eventType.slug}`, startsAt, reader, { key }),
        kind: canTakeAnother ? 'quiet' : 'primary',
      })}`,
  });
}

/** A request that ran out, or an organiser who is not free any more. */
function whyGone({ trouble }: RequestOverPage): string {
  if (trouble?.code === 'slot_taken') return trouble.message;
  return say('It was kept for thirty minutes; after that, somebody else took it, or it passed.');
}

function alternativesForm({ action, alternatives, reader }: RequestOverPage): Html {
  return html`<form class="alternatives" method="post" action="${action}" data-once>
    ${alternatives.map((times) =>
      button({
        label: whenLine(times, reader),
        kind: 'plain',
        name: 'take',
        value: times.startsAt.toISOString(),
      }),
    )}
  </form>`;
}

function notAnswered({ message }: Problem): Html {
  return notice({
    kind: 'warning',
    title: say('Not yet'),
    body: html`<p>${message}</p>`,
    isUrgent: true,
  });
}

const lateSentence = () =>
  say('The thirty minutes are over. If the time is still free, it is yours all the same.');
