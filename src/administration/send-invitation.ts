// The 'send-invitation' job: mails an invitation, unless it was withdrawn or mailed meanwhile. A refusal for good is kept,
// for the administrator to see.
import type { JobPayloads } from '../jobs/jobs.ts';
import { inLanguage } from '../languages/current-language.ts';
import { messageHtml, messageText } from '../mail/message.ts';
import type { Parts } from '../parts.ts';
import { invitationMessage } from './invitation-mails.ts';
import { findInvitation, updateInvitationMailed } from './invitation-queries.ts';
import { mailStateOf } from './invitation.ts';

export async function sendInvitation(
  { database, mailer, config, clock }: Parts,
  { invitationId }: JobPayloads['send-invitation'],
): Promise<void> {
  const invitation = await findInvitation(database, invitationId);
  if (!invitation || mailStateOf(invitation) !== 'on_its_way') return;
  const { entry, language } = invitation;
  const mail = inLanguage(language, () => {
    const message = invitationMessage(invitation, config.publicUrl);
    const { subject } = message;
    return { subject, text: messageText(message), html: messageHtml(message, language) };
  });
  const delivery = await mailer.send({
    ...mail,
    to: { name: '', address: entry },
    messageId: `<invitation-${invitationId}@${new URL(config.publicUrl).hostname}>`,
  });
  const outcome = delivery.is === 'refused' ? { refusal: delivery.said } : { mailedAt: clock() };
  await updateInvitationMailed(database, invitationId, outcome);
}
