import { Router, type RouterContext } from '@koa/router';
import { isWritable } from '../../calendars/calendar.ts';
import { requireOrganiser } from '../../http/session.ts';
// /organiser/calendars/accounts/{id}/disconnect: asks once, says what will happen, and does it.
import { say, sayHtml } from '../../languages/say.ts';
import type { Parts } from '../../parts.ts';
import { isProblem, Problem } from '../../problem.ts';
import { button, buttonLink, errorSummary, strong } from '../../web/components.ts';
import { choiceField } from '../../web/fields.ts';
import { type Html, html } from '../../web/html.ts';
import { readId } from '../id-input.ts';
import { goTo, organiserPage, show } from '../organiser-layout.ts';
import { fullCalendarName } from './calendar-name.ts';
import { disconnectAccount } from './disconnect-account.ts';
import { findHealth } from './find-health.ts';
import type { GoogleAccount } from './google-account.ts';
import type { Health } from './health.ts';
import { countComingBookings } from './lying-booking-queries.ts';

const home = '/organiser/calendars';

export function disconnectPages(parts: Parts): Router {
  const router = new Router({ prefix: '/calendars/accounts/:id/disconnect' });
  router.get('/', (ctx) => showQuestion(parts, ctx));
  router.post('/', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const [accountId, booking] = [readId(ctx), readBooking(ctx)];
    try {
      const { isRevoked } = await disconnectAccount(parts, id, { accountId, booking });
      goTo(ctx, `${home}?disconnected=${accountId}${isRevoked ? '' : '&left=1'}`);
    } catch (error) {
      if (!isProblem(error, 'invalid_input')) throw error;
      await showQuestion(parts, ctx, error);
    }
  });
  return router;
}

/** Nothing: bookings wait until a calendar is chosen. */
function readBooking(ctx: RouterContext): string | undefined {
  const body = (ctx.request as { body?: Record<string, unknown> }).body ?? {};
  const booking = body['booking'];
  return typeof booking === 'string' && booking !== '' ? booking : undefined;
}

async function showQuestion(parts: Parts, ctx: RouterContext, refused?: Problem): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const accountId = readId(ctx);
  const health = await findHealth(parts, organiser);
  const account = health.accounts.find(({ id }) => id === accountId);
  if (!account) throw new Problem('not_found', say('This account is not connected.'));
  const coming = await countComingBookings(parts.database, account.id, parts.clock());
  const body = html`<h1>${say('Disconnect {email}?', { email: account.email })}</h1>
    ${errorSummary(refused?.errors ?? [])}
    <form class="card stack" method="post" action="${ctx.path}">
      ${consequences(account, health, coming)} ${bookingField(account, health)}
      <p class="row">
        ${button({ label: say('Disconnect'), kind: 'danger' })}
        ${buttonLink({ label: say('Keep it connected'), href: home, kind: 'quiet' })}
      </p>
    </form>`;
  const page = { title: say('Disconnect an account'), place: home, body } as const;
  show(ctx, organiserPage(parts.config, ctx, page), refused ? 400 : 200);
}

function consequences(account: GoogleAccount, health: Health, coming: number): Html {
  return html`<p>${say('This is what happens:')}</p>
    <ul class="stack">
      <li>
        ${say('This service gives Google’s permission back, and erases its key to this account.')}
      </li>
      ${busyWords(account, health)} ${comingWords(coming)}
      ${
        account.isFirst &&
        html`<li>
          ${say('You can still sign in with this account. Signing in connects it again.')}
        </li>`
      }
    </ul>`;
}

function busyWords({ id }: GoogleAccount, { calendars }: Health): Html {
  const ticked = calendars.filter(({ countsAsBusy }) => countsAsBusy);
  const others = ticked.filter(({ accountId }) => accountId !== id);
  if (ticked.length === others.length)
    return point(say('None of its calendars makes you busy, so nothing changes there.'));
  return others.length > 0
    ? point(say('Its calendars make you busy no longer: what is in them can be booked over.'))
    : point(
        say(
          'No other calendar makes you busy: nobody is offered a time with you until you tick one.',
        ),
      );
}

function comingWords(coming: number): Html | false {
  if (coming === 0) return false;
  const stay = say(
    '{coming, plural, one {The booking to come that lies there stays in Google and here, but neither follows the other until the account is connected again.} other {The # bookings to come that lie there stay in Google and here, but neither follows the other until the account is connected again.}}',
    { coming },
  );
  const byHand = say('What is moved or cancelled on one side has to be done on the other by hand.');
  return point(`${stay} ${byHand}`);
}

function point(words: string): Html {
  return html`<li>${words}</li>`;
}

/** Only when bookings go there now. */
function bookingField({ id }: GoogleAccount, { organiser, calendars }: Health): Html | false {
  const target = calendars.find((calendar) => calendar.id === organiser.bookingCalendarId);
  if (target?.accountId !== id) return false;
  const others = calendars.filter((each) => each.accountId !== id && isWritable(each));
  if (others.length === 0)
    return html`<p>
      ${sayHtml('<strong>It receives your bookings</strong>, and you have no other calendar of your own: nobody is offered a time with you until you connect one.', { strong })}
    </p>`;
  return choiceField({
    name: 'booking',
    label: say('It receives your bookings. Where shall they go from now on?'),
    value: others[0]!.id,
    options: [
      ...others.map((each) => ({ value: each.id, label: fullCalendarName(each) })),
      { value: '', label: say('Nowhere yet: offer no times') },
    ],
  });
}
