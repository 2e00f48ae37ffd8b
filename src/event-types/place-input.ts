// Where a booking takes place, as its organiser writes it.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { say } from '../languages/say.ts';
import { text } from './field-input.ts';

const number = z.string().transform((typed, context) => {
  const number = parsePhoneNumberFromString(typed);
  if (number?.isValid()) return number.formatInternational();
  context.addIssue(say('Give the number to call with its country, like +49 30 901820.'));
  return z.NEVER;
});

const call = z.discriminatedUnion(
  'whoCalls',
  [
    z.strictObject({ kind: z.literal('phone'), whoCalls: z.literal('organiser') }),
    z.strictObject({ kind: z.literal('phone'), whoCalls: z.literal('attendee'), number }),
  ],
  { error: () => say('Say who calls: organiser or attendee.') },
);

export const place = z.preprocess(
  organiserCalls,
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('none') }),
      call,
      z.strictObject({ kind: z.literal('meet') }),
      z.strictObject({
        kind: z.literal('in_person'),
        address: text(500, () => say('Say where to come to.')),
      }),
      z.strictObject({
        kind: z.literal('link'),
        url: z.url({
          protocol: /^https?$/,
          error: () => say('Give the address of the meeting, with https://.'),
        }),
      }),
    ],
    { error: () => say('Say none, in_person, phone, meet or link.') },
  ),
);

/** Where nobody says who calls. */
function organiserCalls(place: unknown): unknown {
  const isUnsaid =
    typeof place === 'object' &&
    place !== null &&
    'kind' in place &&
    place.kind === 'phone' &&
    !('whoCalls' in place);
  return isUnsaid ? { ...place, whoCalls: 'organiser' } : place;
}
