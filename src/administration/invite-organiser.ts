// Lets an address, or everybody of a domain, sign in as an organiser; an address is told so by mail.
import type { Transaction } from '../database/database.ts';
import { currentLanguage } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import {
  countInvitationMails,
  insertInvitation,
  insertInvitationMail,
  isOrganisersAddress,
  lockInvitationMails,
} from './invitation-queries.ts';
import { isDomain, mostMails } from './invitation.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * Throws invalid_input for who is here or invited already, and too_many_requests when the day's mails are used up.
 * @param entry an address or `@domain`, in small letters
 */
export async function inviteOrganiser(
  { database, jobs, clock }: Parts,
  administratorId: string,
  entry: string,
): Promise<string> {
  const now = clock();
  const { language } = currentLanguage();
  return database.transaction(async (transaction) => {
    if (await isOrganisersAddress(transaction, entry))
      throw refusal(say('{entry} is an organiser here already.', { entry }));
    const invitation = { entry, invitedBy: administratorId, language };
    const id = await insertInvitation(transaction, invitation, now);
    if (id === null) throw refusal(say('{entry} is invited already.', { entry }));
    if (isDomain({ entry })) return id;
    await takeMail(transaction, entry, now);
    await jobs.enqueue(transaction, 'send-invitation', { invitationId: id });
    return id;
  });
}

async function takeMail(transaction: Transaction, address: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - dayMs);
  await lockInvitationMails(transaction);
  const { inAll, toThis } = await countInvitationMails(transaction, address, since);
  if (inAll >= mostMails.inAll)
    throw tooMany(
      say('{count} invitations have been mailed within a day, which is enough. Go on tomorrow.', {
        count: inAll,
      }),
    );
  if (toThis >= mostMails.toOneAddress)
    throw tooMany(
      say('{address} has been mailed often enough within a day. Try again tomorrow.', { address }),
    );
  await insertInvitationMail(transaction, address, { now, since });
}

function refusal(message: string): Problem {
  return new Problem('invalid_input', message, { errors: [{ field: 'entry', message }] });
}

function tooMany(message: string): Problem {
  return new Problem('too_many_requests', message, { retryAfterSeconds: dayMs / 1000 });
}
