// Laying one's own calendar over the times: from a file that is read here and goes nowhere, or by way of Google. What is
// known lives in this tab (overlay-kept.ts) and is shown by marks (overlay-marks.ts).
import { readFile, type Reading } from './overlay-file.ts';
import { addToOverlay, readOverlay, removeOverlay } from './overlay-kept.ts';
import { markTimes } from './overlay-marks.ts';
import { say } from './words.ts';

export function startOverlay(): void {
  const panel = document.querySelector<HTMLDetailsElement>('#overlay');
  if (!panel) return;
  panel.hidden = false;
  takeFiles(panel);
  takeDrops(panel);
  panel.querySelector('#overlay-remove')?.addEventListener('click', () => remove(panel));
  panel.querySelector('form')?.addEventListener('submit', ({ currentTarget }) => {
    const { back } = (currentTarget as HTMLFormElement).elements as unknown as {
      back: HTMLInputElement;
    };
    back.value = location.pathname + location.search;
  });
  tellReturn(panel);
  show(panel);
}

/** Marks, and the way to be rid of them. */
function show(panel: HTMLDetailsElement): void {
  const isLaid = readOverlay() !== null;
  panel.querySelector<HTMLElement>('#overlay-remove')!.hidden = !isLaid;
  if (isLaid) panel.open = true;
  markTimes();
}

function takeFiles(panel: HTMLDetailsElement): void {
  const input = panel.querySelector<HTMLInputElement>('#overlay-file')!;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = ''; // so that the same file can be chosen again
    void lay(panel, files);
  });
}

/** Anywhere on the page: a file that misses its place would take the page's place. */
function takeDrops(panel: HTMLDetailsElement): void {
  const { classList } = document.documentElement;
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    classList.add('dropping');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    classList.remove('dropping');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void lay(panel, files);
  });
}

async function lay(panel: HTMLDetailsElement, files: readonly File[]): Promise<void> {
  const wanted = {
    from: Number(panel.dataset['from']),
    until: Number(panel.dataset['until']),
    ownZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  panel.open = true;
  tell(say('Reading …'));
  const readings: Reading[] = [];
  for (const file of files) readings.push(await readFile(file, wanted));
  for (const reading of readings)
    if ('busy' in reading) addToOverlay({ busy: reading.busy, until: wanted.until });
  tell(readings.map(wordsOf).join(' '));
  show(panel);
}

function wordsOf(reading: Reading): string {
  if ('refused' in reading) return reading.refused;
  const { busy, unread } = reading;
  const laid =
    busy.length > 0
      ? say('Your calendar is laid over the times.')
      : say('Nothing in this file keeps you busy in the time that can be booked.');
  return unread === 0 ? laid : `${laid} ${unreadWords(unread)}`;
}

function unreadWords(count: number): string {
  return count === 1
    ? say('One event could not be read and got no mark.')
    : say('{count} events could not be read and got no mark.', { count });
}

function remove(panel: HTMLDetailsElement): void {
  removeOverlay();
  show(panel);
  tell(say('Your calendar is removed.'));
  panel.querySelector('summary')?.focus();
}

/** Back from Google, where something came between: the address says it once. */
function tellReturn(panel: HTMLDetailsElement): void {
  const address = new URL(location.href);
  const outcome = address.searchParams.get('overlay');
  if (outcome === null) return;
  address.searchParams.delete('overlay');
  history.replaceState(null, '', address);
  panel.open = true;
  tell(outcome in outcomes ? outcomes[outcome as keyof typeof outcomes]() : '');
}

const outcomes = {
  laid: () => say('Your Google Calendar is laid over the times.'),
  denied: () =>
    say(
      'You did not let Google tell when you are busy, so nothing is marked. You can book all the same.',
    ),
  failed: () =>
    say(
      'Google did not tell when you are busy, so nothing is marked. You can try again, or book all the same.',
    ),
};

function tell(words: string): void {
  document.querySelector('#overlay-told')!.textContent = words;
}
