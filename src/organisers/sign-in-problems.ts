// What went wrong between Google and us while signing in, in words for the organiser.
import type { GoogleFailure } from '../google/google-failure.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';

export function signInProblem(failure: GoogleFailure): Problem {
  if (failure.code === 'invalid' || failure.code === 'needs_reconnect')
    return new Problem('forbidden', say('That sign-in took too long or was used already.'), {
      cause: failure,
    });
  if (failure.code === 'misconfigured')
    return new Problem(
      'internal',
      say(
        'Google does not accept this service. Whoever runs it must check GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET.',
      ),
      { cause: failure },
    );
  return new Problem('calendar_unavailable', say('Google did not answer just now.'), {
    retryAfterSeconds: 30,
    cause: failure,
  });
}

export function strangeReturn(): Problem {
  return new Problem(
    'forbidden',
    say('This sign-in was not begun in this browser, or too long ago.'),
  );
}
