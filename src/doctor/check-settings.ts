// Settings: every fault at once, and whether this is the sandbox.
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';

export async function checkSettings({ config, faults }: Ground): Promise<Finding[]> {
  const found = faults.map((sentence) =>
    fault(sentence, 'Set it in .env or in the environment; .env.example explains every setting.'),
  );
  if (found.length > 0) return found;
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
