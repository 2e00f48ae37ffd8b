// The pages around Google's: before, and when something was missing or went wrong.
import type { Config } from '../config.ts';
import type { Problem } from '../problem.ts';
import { buttonLink } from '../web/components.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { meaningOf } from './scopes.ts';

export function signInPage(config: Config): Html {
  return letter(config, {
    title: 'Sign in',
    body: html`<p>
        Google will ask you to let this service see when you are busy, so that nobody is offered a
        time that is taken, and write appointments into the calendars that you own.
      </p>
      <p class="soft">It never reads what your other events are about.</p>`,
    button: 'Sign in with Google',
    href: '/auth/google',
  });
}

/** The organiser pressed "Cancel" at Google. */
export function deniedPage(config: Config): Html {
  return letter(config, {
    title: 'You were not signed in',
    body: html`<p>
      Nothing was changed. This service cannot offer your free time without seeing when you are
      busy; whenever you like, you can try again.
    </p>`,
    button: 'Try again',
    href: '/auth/google',
  });
}

/** Who is signed in wanted to connect one more account, and has somewhere to go back to. */
export function failedPage(config: Config, problem: Problem, isConnecting: boolean): Html {
  return letter(config, {
    title: 'That did not work',
    body: html`<p>${problem.message}</p>`,
    button: 'Try again',
    href: isConnecting ? connectAddress : '/auth/google',
    back: isConnecting,
  });
}

export function takenPage(
  config: Config,
  { email, mayMove }: { email: string; mayMove: boolean },
): Html {
  return letter(config, {
    title: 'This account is connected elsewhere',
    body: html`<p>
        <strong>${email}</strong> belongs to another organiser of this service, and an account can
        belong to one only. Nothing was changed.
      </p>
      <p>
        Choose another Google account.
        ${
          mayMove
            ? html`Or, if the other organiser is you as well: sign in with ${email}, disconnect it
              there under “Calendars”, and connect it here.`
            : html`Or, if the other organiser is you as well: sign in with ${email}, and connect
              your further accounts there.`
        }
      </p>`,
    button: 'Choose another account',
    href: connectAddress,
    back: true,
  });
}

export function scopesMissingPage(
  config: Config,
  refusal: { email: string; missing: readonly string[]; isConnecting: boolean },
): Html {
  const { email, missing, isConnecting } = refusal;
  const query = new URLSearchParams({ consent: '1', login_hint: email });
  if (isConnecting) query.set('connect', '1');
  return letter(config, {
    title: missing.length === 1 ? 'A permission is missing' : 'Some permissions are missing',
    body: html`<p>On Google’s page these boxes were not ticked:</p>
      <ul>
        ${missing.map((scope) => html`<li>${meaningOf(scope)}</li>`)}
      </ul>
      <p>The service needs each of them. Please tick every box this time.</p>`,
    button: 'Ask Google again',
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
      ${back && buttonLink({ label: 'Back to your calendars', href: '/organiser/calendars', kind: 'quiet' })}
    </article>`,
  });
}
