// /organiser/attendees/{id}/merge: two records of one person become one. Which other, which address stays; then it asks.
import { Router, type RouterContext } from '@koa/router';
import { readBody, readInput, readQuery } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import { readId } from '../organisers/id-input.ts';
import { goTo, organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { button, buttonLink, notice } from '../web/components.ts';
import { choiceField } from '../web/fields.ts';
import { html } from '../web/html.ts';
import { mergeForm, otherId, searchInput } from './attendee-input.ts';
import { getAttendee, listAttendees } from './attendee-queries.ts';
import { attendeeFacts, home, people, searchForm, wayBack } from './attendee-view.ts';
import { mergeAttendees } from './merge-attendees.ts';

const perPage = 20;

export function mergePages(parts: Parts): Router {
  const router = new Router({ prefix: '/attendees/:id/merge' });
  router.get('/', (ctx) => showOthers(parts, ctx));
  router.get('/:other', (ctx) => showQuestion(parts, ctx));
  router.post('/:other', async (ctx) => {
    const { id: organiserId } = requireOrganiser(ctx);
    const { email } = readBody(ctx, mergeForm);
    const merge = { id: readId(ctx), otherId: readOther(ctx), email };
    await mergeAttendees(parts, organiserId, merge);
    goTo(ctx, `${home}/${merge.id}`, 'merged');
  });
  return router;
}

function readOther(ctx: RouterContext): string {
  return readInput(otherId, ctx.params['other']);
}

/** Without a search: those of the same name. */
async function showOthers(parts: Parts, ctx: RouterContext): Promise<void> {
  const { id: organiserId, timeZone } = requireOrganiser(ctx);
  const { database, clock, config } = parts;
  const attendee = await getAttendee(database, organiserId, readId(ctx), clock());
  const { q: search = attendee.name } = readQuery(ctx, searchInput);
  const filter = { search, limit: perPage };
  const found = await listAttendees(database, organiserId, filter, clock());
  const others = found.filter(({ id }) => id !== attendee.id);
  const path = `${home}/${attendee.id}/merge`;
  const { name, email } = attendee;
  const title = say('Merge {name}', { name });
  const body = html`${wayBack(`${home}/${attendee.id}`, say('Back to {name}', { name }))}
    <h1>${title}</h1>
    <section class="card stack" aria-label="${say('Other records')}">
      <p>${say('Which other record is the same person as {name}, {email}?', { name, email })}</p>
      ${searchForm(path, search, say('Name, address or telephone number of the other'))}
      ${
        others.length === 0
          ? html`<p class="soft">${say('No other record is found.')}</p>`
          : people(others, timeZone, ({ id }) => `${path}/${id}`)
      }
    </section>`;
  show(ctx, organiserPage(config, ctx, { title, place: home, body }));
}

async function showQuestion(parts: Parts, ctx: RouterContext): Promise<void> {
  const { id: organiserId, timeZone } = requireOrganiser(ctx);
  const now = parts.clock();
  const kept = await getAttendee(parts.database, organiserId, readId(ctx), now);
  const other = await getAttendee(parts.database, organiserId, readOther(ctx), now);
  const title = say('Are these the same person?');
  const options = [kept, other].map(({ email, name }) => ({
    value: email,
    label: `${email} (${name})`,
  }));
  const body = html`${wayBack(`${home}/${kept.id}/merge`, say('Choose another record'))}
    <h1>${title}</h1>
    <div class="sides">
      ${[kept, other].map(
        (each) =>
          html`<section class="card stack" aria-label="${each.name}, ${each.email}">
            <h2>${each.name}</h2>
            ${attendeeFacts(each, timeZone)}
          </section>`,
      )}
    </div>
    <form class="card stack" method="post" action="${home}/${kept.id}/merge/${other.id}">
      ${choiceField({
        name: 'email',
        label: say('Which address stays?'),
        hint: say(
          'The name goes with it. Whoever books by the other one is still found as this person.',
        ),
        value: kept.email,
        options,
      })}
      ${notice({
        kind: 'warning',
        body: say('All bookings and both notes go to one record. This cannot be undone.'),
      })}
      <p class="row">
        ${button({ label: say('Yes, make them one') })}
        ${buttonLink({ label: say('Keep both'), href: `${home}/${kept.id}`, kind: 'quiet' })}
      </p>
    </form>`;
  show(ctx, organiserPage(parts.config, ctx, { title, place: home, body }));
}
