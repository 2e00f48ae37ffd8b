// The mail with the link, once more: it may have been lost. Bounded, so that nobody fills a stranger's mailbox.
import { say } from '../languages/say.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import { refuseIfDisabled } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { findWhich } from './cancel-booking.ts';
import { refuseUnlessUnproven } from './correct-address.ts';
import { enqueueConsequences } from './enqueue-consequences.ts';
import { organiserTransaction } from './organiser-transaction.ts';
import { getProofMails, raiseRevision } from './proof-mail-queries.ts';
import { type ProofMails, resendingOf } from './proof-mails.ts';

/** Throws not_found, already_cancelled, request_expired or too_many_requests. */
export async function sendProofAgain(parts: Parts, token: string): Promise<void> {
  const { database, tokens, jobs } = parts;
  const { organiserId } = await findWhich(database, tokens, { token });
  refuseIfDisabled(await getOrganiserById(database, organiserId));
  await organiserTransaction(parts, organiserId, async (transaction, now) => {
    const { id } = refuseUnlessUnproven(await findWhich(transaction, tokens, { token }));
    refuseUnlessDue(await getProofMails(transaction, id), now);
    await raiseRevision(transaction, id);
    await enqueueConsequences(jobs, transaction, id, { publish: false, mails: ['prove-address'] });
  });
}

function refuseUnlessDue(mails: ProofMails, now: Date): void {
  const resending = resendingOf(mails, now);
  if (resending !== 'possible') throw new Problem('too_many_requests', sentences[resending]());
}

const sentences = {
  on_its_way: () => say('The mail is on its way. It can take a minute to arrive.'),
  too_soon: () => say('A mail has just gone out. Please give it a minute to arrive.'),
  often_enough: () =>
    say(
      'The mail went out several times already. Please look among the spam, or correct the address.',
    ),
};
