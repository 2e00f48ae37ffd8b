// What an organiser says of themselves: name, handle, zone, language.
import { getAvailability, updateAvailability } from '../availability/availability-queries.ts';
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import type { Transaction } from '../database/database.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import {
  assignHandle,
  claimHandle,
  getOrganiserById,
  isOwnHandle,
  updateOrganiser,
} from './organiser-queries.ts';
import type { Organiser } from './organiser.ts';
import type { ProfileChange } from './profile-input.ts';

/** Throws invalid_input when somebody has, or had, the handle. */
export async function changeProfile(
  parts: Parts,
  organiserId: string,
  change: ProfileChange,
): Promise<Organiser> {
  return organiserTransaction(parts, organiserId, async (transaction) => {
    const before = await getOrganiserById(transaction, organiserId);
    const after = applyChange(before, change);
    if (after.handle !== before.handle) await takeHandle(transaction, after.handle, organiserId);
    if (after.timeZone !== before.timeZone) await moveHours(transaction, after);
    await updateOrganiser(transaction, after);
    return after;
  });
}

function applyChange(before: Organiser, change: ProfileChange): Organiser {
  return {
    ...before,
    handle: change.handle ?? before.handle,
    name: change.name ?? before.name,
    timeZone: change.timeZone ?? before.timeZone,
    locale: change.locale ?? before.locale,
  };
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

async function moveHours(transaction: Transaction, { id, timeZone }: Organiser): Promise<void> {
  const availability = await getAvailability(transaction, id);
  await updateAvailability(transaction, id, { ...availability, timeZone });
}
