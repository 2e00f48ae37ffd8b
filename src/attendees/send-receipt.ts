// The 'send-receipt' job: mails the receipt of an erasure to the person, and forgets the address.
import type { JobPayloads } from '../jobs/jobs.ts';
import { inLanguage } from '../languages/current-language.ts';
import { messageHtml, messageText } from '../mail/message.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import type { Parts } from '../parts.ts';
import { getReceipt } from './erasure-queries.ts';
import { receiptMessage } from './receipt-mails.ts';
import { type Addressee, findAddressee, updateReceiptMailed } from './receipt-queries.ts';
import type { Receipt } from './receipt.ts';

export async function sendReceipt(
  { database, mailer, config }: Parts,
  { erasureId }: JobPayloads['send-receipt'],
): Promise<void> {
  const addressee = await findAddressee(database, erasureId);
  if (!addressee) return;
  const organiser = await getOrganiserById(database, addressee.organiserId);
  const receipt = await getReceipt(database, organiser.id, erasureId);
  const { name, address, language } = addressee;
  const timeZone = addressee.timeZone ?? organiser.timeZone;
  const { is } = await mailer.send({
    ...inLanguage(language, () => written(receipt, organiser, { ...addressee, timeZone })),
    to: { name, address },
    replyTo: { name: organiser.name, address: organiser.email },
    messageId: `<receipt-${erasureId}@${new URL(config.publicUrl).hostname}>`,
  });
  await updateReceiptMailed(database, erasureId, is === 'taken' ? 'sent' : 'failed');
}

function written(
  receipt: Receipt,
  organiser: { name: string },
  to: Addressee & { timeZone: string },
) {
  const message = receiptMessage(receipt, organiser, to);
  const { subject } = message;
  return { subject, text: messageText(message), html: messageHtml(message, to.language) };
}
