// Whether Google can reach this service. Where it cannot, calendars are polled, and nothing else is lost.
import type { Config } from '../../config.ts';
import type { Parts } from '../../parts.ts';

/** Google posts to https addresses only; a stand-in for it (the sandbox is one) to any. */
export function isPushPossible({
  publicUrl,
  google,
}: Pick<Config, 'publicUrl' | 'google'>): boolean {
  if (new URL(publicUrl).protocol === 'https:') return true;
  return google === null || google.baseUrl !== null;
}

/** Where Google's messages go. */
export function notificationAddress({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  return `${publicUrl}/google/notifications`;
}

/** Said at the start: who looks for delays of minutes finds the reason. */
export function tellAboutPush({ config, log }: Pick<Parts, 'config' | 'log'>): void {
  if (isPushPossible(config)) return;
  log.warn(
    { publicUrl: config.publicUrl, pollSeconds: config.syncPollSeconds },
    'Google tells of changes only where PUBLIC_URL is https: calendars are polled instead',
  );
}
