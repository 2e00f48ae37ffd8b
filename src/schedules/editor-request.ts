// What a press in the editor asks for, and what the answer says was done.
import type { RouterContext } from '@koa/router';
import { say } from '../languages/say.ts';
import type { FormBody } from './editor-draft.ts';
import { noTimeOff } from './time-off-queries.ts';

export type Pressed = {
  /** "save", "add", "remove-dates" … */
  what: string;
  /** What stands behind the colon. */
  which: string;
  /** As it was sent, to be asked again. */
  action: string;
  /** Bookings that the organiser knows will be outside. */
  accepted: string[];
};

export function bodyOf(ctx: RouterContext): FormBody {
  return (ctx.request as { body?: FormBody }).body ?? {};
}

export function pressedIn(body: FormBody): Pressed {
  const action = typeof body['do'] === 'string' ? body['do'] : 'save';
  const [what = '', ...rest] = action.split(':');
  const accepted = typeof body['accepted'] === 'string' ? body['accepted'].split(',') : [];
  const which = rest.join(':');
  if (what.endsWith('-off') && !isId.test(which)) throw noTimeOff();
  return { what, which, action, accepted };
}

const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Said after it was done, with the way to take it back where there is one. */
export type Told = { words: string; undo: string | null };

const done: Record<string, () => string> = {
  hours: () => say('Your hours are saved.'),
  zone: () => say('Your hours are saved, and read in the new zone from now on.'),
  off: () => say('The time off is saved.'),
  both: () => say('Your hours and the time off are saved.'),
  nothing: () => say('Nothing was changed.'),
  'dates-removed': () => say('Removed: the hours of the week hold on these dates again.'),
  'off-removed': () => say('The time off is removed.'),
  undone: () => say('It is as it was before.'),
  'undone-late': () => say('Your hours were changed again since, so nothing was taken back.'),
  added: () => say('The schedule is there. Choose it at the event types that should go by it.'),
  renamed: () => say('The schedule has its new name.'),
  default: () => say('This is the default schedule now.'),
  deleted: () => say('The schedule is deleted.'),
};

/** @param revision of the schedule now: only its latest change can be taken back */
export function toldOf(query: Record<string, unknown>, revision: number): Told | null {
  const { saved, was, off } = query;
  if (typeof saved !== 'string' || !Object.hasOwn(done, saved)) return null;
  const words = done[saved]!();
  if (saved === 'off-removed' && typeof off === 'string')
    return { words, undo: `restore-off:${off}` };
  const isLatest = typeof was === 'string' && Number(was) === revision;
  return { words, undo: isLatest ? `undo:${revision}` : null };
}
