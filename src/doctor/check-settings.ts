// Settings: every fault at once, and whether this is the sandbox.
import { type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';

const where = 'Set them in .env or in the environment; .env.example explains every setting.';

export async function checkSettings({ config, faults }: Ground): Promise<Finding[]> {
  if (faults.length > 0) return faults.map((says, at) => atFault(says, at === faults.length - 1));
  const { google, smtpUrl } = config;
  const pretended = [google === null && 'Google', smtpUrl === null && 'the mails'].filter(Boolean);
  if (pretended.length === 0) return [ok('All settings can be read, and fit together.')];
  return [
    ok('All settings can be read.'),
    note(
      `This is the sandbox: ${pretended.join(' and ')} are pretend, on this machine alone.`,
      'For the real service set GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, SMTP_URL and ORGANISERS.',
    ),
  ];
}

/** The sentences say themselves what to set; where, the last one tells for all. */
function atFault(says: string, isLast: boolean): Finding {
  return { level: 'fault', says, ...(isLast && { mend: where }) };
}
