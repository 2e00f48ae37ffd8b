// The form of a booking for somebody as it was sent: text, so that what is wrong is shown again just as it was typed.
import { z } from 'zod';
import type { Attendee } from '../attendees/attendee.ts';
import { sentForm, toSubmission, type Typed, typedFields } from '../bookings/form-input.ts';
import { languageOf } from '../languages/language.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { guessCountry } from '../web/countries.ts';

const text = z.string().max(20_000).default('');

export const sentDetails = sentForm
  .omit({ hold: true, key: true, timeZone: true, clock: true })
  .extend({
    eventType: z.string().max(200),
    attendee: z.uuid().optional().catch(undefined),
    /** The page's own key: a form that is sent twice makes one booking. */
    visit: z.uuid().optional().catch(undefined),
    accept: text,
    on: text,
    at: text,
    theirZone: text,
    theirLanguage: text,
  });

export type SentDetails = z.infer<typeof sentDetails>;

export function typedDetails(form: SentDetails): Typed {
  const { theirZone, theirLanguage } = form;
  return { ...typedFields(form), theirZone, theirLanguage };
}

/** As programs send it, but for the time. */
export function submissionOf(typed: Typed) {
  const { theirZone = '', theirLanguage = '', note, ...form } = typed;
  const sent = toSubmission({ ...form, newPatient: '', note: '' }, theirZone, theirLanguage);
  return { attendee: sent.attendee, answers: sent.answers, note };
}

type Habits = { timeZone: string; locale: string | null } | null;

/** What is known of somebody, or was searched for in vain. */
export function knownDetails(
  organiser: Organiser,
  person: { attendee: Attendee | null; habits: Habits; search: string | undefined },
): Typed {
  const { attendee, habits, search = '' } = person;
  const isAddress = search.includes('@');
  const theirZone = habits?.timeZone ?? organiser.timeZone;
  return {
    name: attendee?.name ?? (isAddress ? '' : search),
    email: attendee?.email ?? (isAddress ? search : ''),
    phone: attendee?.phone ?? '',
    phoneCountry: guessCountry(theirZone, '') ?? '',
    theirZone,
    theirLanguage: languageOf(habits?.locale ?? organiser.locale),
  };
}
