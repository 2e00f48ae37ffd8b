// MAIL_FROM: an address that other mail servers may believe.
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';

/** The last one is that of .env.example. */
const nobodys = /(^|\.)(localhost|local|internal|invalid|test|example\.com)$/;
const mend =
  'Set MAIL_FROM to a name and an address that your mail server sends for: Practice <booking@your-domain>.';

export async function checkSender({ config, smtpUrl }: Ground): Promise<Finding[]> {
  if (smtpUrl === null) return [];
  const { mailFrom } = config;
  const domain = domainOf(mailFrom);
  if (domain === null) return [fault(`MAIL_FROM is no address: ${mailFrom}`, mend)];
  if (nobodys.test(domain))
    return [fault(`MAIL_FROM is an address that nobody can answer: ${mailFrom}`, mend)];
  const account = decodeURIComponent(new URL(smtpUrl).username).split('@')[1]?.toLowerCase();
  if (account !== undefined && !isOf(domain, account) && !isOf(account, domain))
    return [
      note(
        `MAIL_FROM is at ${domain}, and the mail server is signed in to with an account of ${account}: many refuse that, or rewrite the sender.`,
        mend,
      ),
    ];
  return [ok(`Mails come from ${mailFrom}`)];
}

function domainOf(mailbox: string): string | null {
  const address = /^[^<>]*<([^<>\s]+)>$/.exec(mailbox)?.[1] ?? mailbox;
  return /^[^@\s<>]+@([^@\s<>]+)$/.exec(address)?.[1]?.toLowerCase() ?? null;
}

function isOf(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
