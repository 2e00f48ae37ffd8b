// How often the mail that asks for the proof goes out again: once a minute, and a few times in all.

const mostProofMails = 4;
const pauseMs = 60_000;

/** What has been asked for, and what went out, oldest first. */
export type ProofMails = { isOnItsWay: boolean; sentAt: readonly Date[] };

export type Resending = 'possible' | 'on_its_way' | 'too_soon' | 'often_enough';

export function resendingOf({ isOnItsWay, sentAt }: ProofMails, now: Date): Resending {
  const last = sentAt.at(-1);
  if (isOnItsWay || !last) return 'on_its_way';
  if (sentAt.length >= mostProofMails) return 'often_enough';
  return now.getTime() - last.getTime() < pauseMs ? 'too_soon' : 'possible';
}
