// Whether a mail server has refused a mail for good, so that it would refuse every further try.
import { scrub } from '../log.ts';

/** The command that was refused tells what the refusal is about. */
const ofThisMail: ReadonlySet<unknown> = new Set(['RCPT TO', 'DATA']);

/** 530: we are to sign in first. x.3.x and x.4.x: the system, the network, our quota for the day. */
const ofAllMails = /^530|^5\d\d[ -]5\.[34]\./;

/** The server's words, without addresses; null when it may yet take the mail: another time, or when we are set up rightly. */
export function refusalForGood(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('response' in error)) return null;
  const { command, response } = error as { command?: unknown; response: unknown };
  const isForGood = typeof response === 'string' && /^5\d\d/.test(response);
  if (!isForGood || !ofThisMail.has(command) || ofAllMails.test(response)) return null;
  return scrub(response).slice(0, 300);
}
