// The mail by which somebody learns that their data is erased: the last one that they get.
import { say } from '../languages/say.ts';
import type { Message } from '../mail/message.ts';
import { listText } from '../schedules/hours-words.ts';
import { momentText } from './moment-text.ts';
import { erasedFieldWords, type Receipt, receiptSentences } from './receipt.ts';

export function receiptMessage(
  receipt: Receipt,
  { name: organiser }: { name: string },
  { name, timeZone }: { name: string; timeZone: string },
): Message {
  return {
    subject: say('Your data at {organiser} is erased', { organiser }),
    greeting: say('Hello {name},', { name }),
    lead: say('{organiser} has erased what was kept about you. This is the receipt.', {
      organiser,
    }),
    facts: [
      [say('Receipt'), receipt.id],
      [say('Erased at'), momentText(receipt.erasedAt, timeZone)],
      [say('Erased'), listText(receipt.fields.map(erasedFieldWords))],
    ],
    notes: [
      ...receiptSentences(receipt),
      say('Your address was kept for this mail alone, and is forgotten now.'),
    ],
  };
}
