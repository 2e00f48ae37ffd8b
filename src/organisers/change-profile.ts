// What an organiser says of themselves: name, handle, zone, language.
import type { Transaction } from '../database/database.ts';
import { type Language, languageOf } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { type Accepted, changeHours } from '../schedules/change-hours.ts';
import {
  assignHandle,
  claimHandle,
  getOrganiserById,
  isOwnHandle,
  updateOrganiser,
} from './organiser-queries.ts';
import type { Organiser } from './organiser.ts';
import type { ProfileChange } from './profile-input.ts';

/**
 * The hours are meant in the organiser's zone, and move along with it. Throws invalid_input when somebody has, or had,
 * the handle, and WouldStrand for bookings that a new zone leaves outside of the hours and that are not accepted.
 */
export async function changeProfile(
  parts: Parts,
  organiserId: string,
  change: ProfileChange,
  accepted: Accepted = 'any',
): Promise<Organiser> {
  const { result } = await changeHours(parts, organiserId, accepted, async (transaction) => {
    const before = await getOrganiserById(transaction, organiserId);
    const after = applyChange(before, change);
    if (after.handle !== before.handle) await takeHandle(transaction, after.handle, organiserId);
    await updateOrganiser(transaction, after);
    return after;
  });
  return result;
}

function applyChange(before: Organiser, change: ProfileChange): Organiser {
  return {
    ...before,
    handle: change.handle ?? before.handle,
    name: change.name ?? before.name,
    timeZone: change.timeZone ?? before.timeZone,
    locale: change.locale ?? before.locale,
    language: chosenLanguage(before, change),
  };
}

function chosenLanguage(before: Organiser, { language, locale }: ProfileChange): Language | null {
  if (language !== undefined) return language;
  return locale === undefined ? before.language : languageOf(locale);
}

/** The old handle stays this organiser's own: nobody else will ever get it. */
async function takeHandle(
  transaction: Transaction,
  handle: string,
  organiserId: string,
): Promise<void> {
  if (await isOwnHandle(transaction, handle, organiserId)) return;
  if (!(await claimHandle(transaction, handle))) throw handleTaken();
  await assignHandle(transaction, handle, organiserId);
}

function handleTaken(): Problem {
  const message = say('Somebody has this handle, or had it once.');
  return new Problem('invalid_input', message, { errors: [{ field: 'handle', message }] });
}
