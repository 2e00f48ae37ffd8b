// Who looks after this installation: the organisers whose address is in ADMINISTRATORS.
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import type { Organiser } from '../organisers/organiser.ts';
import { Problem } from '../problem.ts';

type Named = Pick<Organiser, 'email'>;

/** The address is the one that Google has verified at the first sign-in; nobody can change it here. */
export function isAdministrator(
  { administrators }: Pick<Config, 'administrators'>,
  { email }: Named,
): boolean {
  return administrators.some((address) => address.toLowerCase() === email.toLowerCase());
}

/** Throws forbidden. */
export function refuseUnlessAdministrator(config: Config, organiser: Named): void {
  if (isAdministrator(config, organiser)) return;
  const message = say(
    'This page is for those who look after this installation. {email} is not among them: whoever runs the service can add it to ADMINISTRATORS.',
    { email: organiser.email },
  );
  throw new Problem('forbidden', message, { heading: say('For administrators only') });
}
