// What was just done to an event type, above the page that one comes back to, with the way to undo it.
import type { RouterContext } from '@koa/router';
import { say } from '../languages/say.ts';
import { button } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { goTo, savedWords } from './organiser-layout.ts';

const words = {
  saved: () => say('Saved.'),
  added: () => say('The event type is added.'),
  copied: () => say('This is the copy. It is hidden until you choose who can book it.'),
  deleted: () => say('The event type is deleted.'),
  restored: () => say('The event type is back.'),
  hidden: () => say('It is hidden: nobody can book it for now.'),
  kept: () => say('It has bookings, so it is not deleted but hidden: nobody can book it any more.'),
  shown: () => say('It can be booked again.'),
  made: () => say('The link is made. Copy it, and give it to whom it is for.'),
  revoked: () => say('The link is revoked: it leads nowhere any more.'),
  unrevoked: () => say('The link works again.'),
};

export type Saved = keyof typeof words;

/** What undoes it: the end of the address, after the event type's own. */
const undoings: Partial<Record<Saved, string>> = {
  deleted: 'restore',
  hidden: 'show',
  kept: 'show',
  shown: 'hide',
};

export function savedNotice(ctx: RouterContext): Html | null {
  const known = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word()]));
  const told = savedWords(ctx, known);
  if (told === null) return null;
  const { saved, undo } = ctx.query;
  const ending = undoings[saved as Saved];
  const canUndo = ending !== undefined && typeof undo === 'string' && /^[a-z0-9-]+$/.test(undo);
  if (!canUndo) return html`${told}`;
  return html`<form class="row" method="post" action="/organiser/event-types/${undo}/${ending}">
    <span>${told}</span> ${button({ label: say('Undo'), kind: 'quiet' })}
  </form>`;
}

/** @param slug of the event type to which it was done, where that can be undone */
export function goSaved(ctx: RouterContext, place: string, saved: Saved, slug?: string): void {
  goTo(ctx, withQuery(place, { saved, undo: slug }));
}
