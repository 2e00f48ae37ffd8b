// The pages around Google's: before, and when something was missing or went wrong.
import type { Config } from '../config.ts';
import { say, sayHtml } from '../languages/say.ts';
import type { Problem } from '../problem.ts';
import { buttonLink, strong } from '../web/components.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { meaningOf } from './scopes.ts';

export function signInPage(config: Config): Html {
  return letter(config, {
    title: say('Sign in'),
    body: html`<p>
        ${say('Google will ask you to let this service see when you are busy, so that nobody is offered a time that is taken, and write appointments into the calendars that you own.')}
      </p>
      <p class="soft">${say('It never reads what your other events are about.')}</p>`,
    button: say('Sign in with Google'),
    href: '/auth/google',
  });
}

/** The organiser pressed "Cancel" at Google. */
export function deniedPage(config: Config): Html {
  return letter(config, {
    title: say('You were not signed in'),
    body: html`<p>
      ${say('Nothing was changed. This service cannot offer your free time without seeing when you are busy; whenever you like, you can try again.')}
    </p>`,
    button: say('Try again'),
    href: '/auth/google',
  });
}

/** Who is signed in wanted to connect one more account, and has somewhere to go back to. */
export function failedPage(config: Config, problem: Problem, isConnecting: boolean): Html {
  return letter(config, {
    title: say('That did not work'),
    body: html`<p>${problem.message}</p>`,
    button: say('Try again'),
    href: isConnecting ? connectAddress : '/auth/google',
    back: isConnecting,
  });
}

export function takenPage(
  config: Config,
  { email, mayMove }: { email: string; mayMove: boolean },
): Html {
  return letter(config, {
    title: say('This account is connected elsewhere'),
    body: html`<p>
        ${sayHtml('<strong>{email}</strong> belongs to another organiser of this service, and an account can belong to one only. Nothing was changed.', { email, strong })}
      </p>
      <p>${say('Choose another Google account.')} ${orYourself(email, mayMove)}</p>`,
    button: say('Choose another account'),
    href: connectAddress,
    back: true,
  });
}

function orYourself(email: string, mayMove: boolean): string {
  return mayMove
    ? say(
        'Or, if the other organiser is you as well: sign in with {email}, disconnect it there under “Connections”, and connect it here.',
        { email },
      )
    : say(
        'Or, if the other organiser is you as well: sign in with {email}, and connect your further accounts there.',
        { email },
      );
}

export function scopesMissingPage(
  config: Config,
  refusal: { email: string; missing: readonly string[]; isConnecting: boolean },
): Html {
  const { email, missing, isConnecting } = refusal;
  const query = new URLSearchParams({ consent: '1', login_hint: email });
  if (isConnecting) query.set('connect', '1');
  return letter(config, {
    title: say(
      '{count, plural, one {A permission is missing} other {Some permissions are missing}}',
      { count: missing.length },
    ),
    body: html`<p>${say('On Google’s page these boxes were not ticked:')}</p>
      <ul>
        ${missing.map((scope) => html`<li>${meaningOf(scope)}</li>`)}
      </ul>
      <p>${say('The service needs each of them. Please tick every box this time.')}</p>`,
    button: say('Ask Google again'),
    href: `/auth/google?${query.toString()}`,
    back: isConnecting,
  });
}

const connectAddress = '/auth/google?connect=1';

type Letter = {
  title: string;
  body: Child;
  button: string;
  href: string;
  /** Whether there are calendars to go back to. */
  back?: boolean;
};

function letter(config: Config, { title, body, button, href, back = false }: Letter): Html {
  return page({
    title: `${title} · Quarterhour`,
    notice: config.notice,
    width: 'narrow',
    body: html`<article class="card letter">
      <h1>${title}</h1>
      ${body} ${buttonLink({ label: button, href, kind: 'primary' })}
      ${back && buttonLink({ label: say('Back to your calendars'), href: '/organiser/calendars', kind: 'quiet' })}
    </article>`,
  });
}
