// A form of any page that would leave bookings outside of the hours: the question on a page of its own, which sends the
// same form again.
import type { RouterContext } from '@koa/router';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import type { Place } from '../organisers/navigation.ts';
import { organiserPage, show } from '../organisers/organiser-layout.ts';
import type { Parts } from '../parts.ts';
import { buttonLink } from '../web/components.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { WouldStrand } from './change-hours.ts';
import { bodyOf, pressedIn } from './editor-request.ts';
import { strandedQuestion } from './stranded-view.ts';

/** `work` is told which bookings the organiser has accepted. `back`: where nothing is changed. */
export async function orAsk(
  parts: Parts,
  ctx: RouterContext,
  { place, title, back }: { place: Place; title: string; back: string },
  work: (accepted: readonly string[]) => Promise<void>,
): Promise<void> {
  try {
    await work(pressedIn(bodyOf(ctx)).accepted);
  } catch (error) {
    if (!(error instanceof WouldStrand)) throw error;
    const { timeZone } = requireOrganiser(ctx);
    const hint = buttonLink({ label: say('Leave it as it is'), href: back, kind: 'quiet' });
    const body = html`<h1>${title}</h1>
      <form class="card stack" method="post" action="${ctx.path}">
        ${Object.entries(bodyOf(ctx)).map(([name, value]) => again(name, value))}
        ${strandedQuestion(error.stranded, { timeZone, action: 'save', hint })}
      </form>`;
    show(ctx, organiserPage(parts.config, ctx, { title, place, body }), 409);
  }
}

/** The body parser has made lists of repeated names, and an object of each dotted one. */
function again(name: string, value: unknown): Html | readonly Html[] {
  if (name === 'accepted' || name === 'do') return [];
  if (Array.isArray(value)) return value.flatMap((each) => again(name, each));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => again(`${name}.${key}`, inner));
  return html`<input${attributes({ type: 'hidden', name, value: String(value) })} />`;
}
