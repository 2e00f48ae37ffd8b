// Why an account must be connected again, in plain words.
import { say } from '../../languages/say.ts';
import type { GoogleAccount } from './google-account.ts';

export function reconnectReason({ stateReason, email }: GoogleAccount): string {
  if (stateReason === 'missing_scope')
    return say('Google says that a permission is missing for {email}.', { email });
  return say(
    'Google no longer lets this service into the calendar of {email}: the permission was withdrawn, or it has ended.',
    { email },
  );
}
