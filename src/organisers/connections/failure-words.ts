// What Google's refusals mean for an organiser, a sentence each.
import type { GoogleFailureCode } from '../../google/google-failure.ts';
import { say } from '../../languages/say.ts';

const sentences: Record<GoogleFailureCode, () => string> = {
  needs_reconnect: () => say('Google no longer lets this service in.'),
  missing_scope: () => say('A permission is missing at Google.'),
  misconfigured: () =>
    say(
      'Google and this service do not agree on who this service is. Whoever runs it must look at its settings.',
    ),
  rate_limited: () => say('Google asked this service to slow down for a moment.'),
  quota_exhausted: () => say('Google answers no more questions of this service for some hours.'),
  not_found: () =>
    say('Google could not find a calendar or an event, or does not show it to this account.'),
  duplicate: () => say('Google knew an event already that was to be new.'),
  gone: () => say('An event was deleted in Google before it could be changed.'),
  full_sync_required: () => say('Google asked this service to read a calendar from the beginning.'),
  changed_meanwhile: () => say('An event was changed in Google at the same moment.'),
  not_organizer: () => say('Google lets only the host of an event change it.'),
  invalid: () => say('Google did not understand a question of this service.'),
  unavailable: () => say('Google did not answer.'),
};

export function failureWords(code: string | null): string {
  const known = code !== null && Object.hasOwn(sentences, code);
  return known ? sentences[code as GoogleFailureCode]() : say('Google refused something.');
}
