// Why an account must be connected again, in plain words.
import type { GoogleAccount } from './google-account.ts';

export function reconnectReason({ stateReason, email }: GoogleAccount): string {
  if (stateReason === 'missing_scope')
    return `Google says that a permission is missing for ${email}.`;
  return `Google no longer lets this service into the calendar of ${email}: the permission was withdrawn, or it has ended.`;
}
