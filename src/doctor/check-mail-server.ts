// The mail server: it answers, encrypts, and lets us sign in. Nothing is sent.
import { greetMailServer, type MailServerGreeting } from '../mail/greet-mail-server.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';

type Of<Is extends MailServerGreeting['is']> = Extract<MailServerGreeting, { is: Is }>;

export async function checkMailServer({ smtpUrl }: Ground): Promise<Finding[]> {
  if (smtpUrl === null) return [ok('The sandbox’s own inbox: there is nothing to look at.')];
  const { host, hostname, username } = new URL(smtpUrl);
  const greeting = await greetMailServer(smtpUrl);
  if (greeting.is === 'refused') return [refused(greeting, host)];
  return [...answers(greeting, host, username !== ''), ...encryption(greeting, hostname)];
}

function refused({ at, said }: Of<'refused'>, host: string): Finding {
  const words: Record<typeof at, [says: string, mend: string]> = {
    connection: [
      `The mail server ${host} does not answer`,
      'Correct host and port in SMTP_URL (587 with smtp://, 465 with smtps://); some providers of machines block mail ports until asked.',
    ],
    encryption: [
      `There is no encrypted connection to the mail server ${host}`,
      'Write smtps:// for port 465 and smtp:// for 587 and 25, and the host’s name as its certificate has it.',
    ],
    sign_in: [
      `The mail server ${host} does not let us sign in`,
      'Correct user and password in SMTP_URL, with special characters as in a URL (@ is %40). Google and others want an “app password” here.',
    ],
  };
  const [says, mend] = words[at];
  return fault(`${says}: ${said}`, mend);
}

function answers({ isSignedIn }: Of<'ready'>, host: string, hasUser: boolean): Finding[] {
  if (isSignedIn) return [ok(`The mail server ${host} answers and lets us sign in.`)];
  if (!hasUser) return [ok(`The mail server ${host} answers; SMTP_URL names no user.`)];
  return [
    fault(
      `The mail server ${host} offers no way to sign in, though SMTP_URL names a user.`,
      'Use its port for sending, 587 or 465; many offer it only there, and only encrypted.',
    ),
  ];
}

function encryption({ isEncrypted }: Of<'ready'>, hostname: string): Finding[] {
  if (isEncrypted) return [ok('The connection to it is encrypted.')];
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return [];
  return [
    note(
      'The connection to it is not encrypted: mails and password can be read on the way.',
      'Use smtps:// and port 465, or a server that offers STARTTLS on 587.',
    ),
  ];
}
