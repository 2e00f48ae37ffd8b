// Writes an event's new times, and says so where the sandbox refuses.
import { refresh } from './live.ts';

/** Wall-clock times of the zone that the week is shown in; of whole days the dates, the end exclusive. */
export async function saveTimes(event: HTMLElement, start: string, end: string): Promise<void> {
  if (start === event.dataset['start'] && end === event.dataset['end']) return;
  const { timeZone = '' } = document.querySelector<HTMLElement>('[data-time-zone]')!.dataset;
  const body = new URLSearchParams({ start, end, timeZone });
  event.classList.add('saving');
  const reply = await fetch(`${event.getAttribute('href')}/times`, { method: 'POST', body });
  await refresh();
  if (reply.ok) say(`Moved to ${start.replace('T', ' ')}.`);
  else say('Google refused this change.');
}

/** For those who cannot see where it went. */
function say(words: string): void {
  const status = document.querySelector('.week-status') ?? document.createElement('p');
  status.className = 'week-status';
  status.setAttribute('role', 'status');
  if (!status.isConnected) document.body.append(status);
  status.textContent = words;
}
