// The calendar page, once scripts run: days and months change in place, arrow keys walk the month, the browser's own
// zone is used, one press on a time makes one choice, and the visitor's own calendar can be laid over the times.
import { keepAgesFresh } from './ages.ts';
import { walkMonth } from './month-keys.ts';
import { markTimes } from './overlay-marks.ts';
import { startOverlay } from './overlay.ts';
import { sendOnce } from './send-once.ts';
import { refresh, startSwapping } from './swap.ts';
import { searchZones } from './zone-search.ts';

const staleAfterMilliseconds = 60_000;

document.documentElement.classList.add('scripted');
startSwapping(dress);
sendOnce();
keepAgesFresh();
walkMonth();
startOverlay();
dress();
void useOwnZone();
stayFresh();

/** What each exchange of the calendar needs anew. */
function dress(): void {
  searchZones();
  markTimes();
}

/** Only where nobody has said: a zone that was chosen stays. */
async function useOwnZone(): Promise<void> {
  const isGuess = document.querySelector('#picker[data-guess-zone]') !== null;
  const shown = document.querySelector<HTMLSelectElement>('[name=timeZone]')?.value;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isGuess || !own || own === shown) return;
  const address = new URL(location.href);
  address.searchParams.set('timeZone', own);
  await refresh(address.href);
}

/** Back from the form, or from another window: the times are looked up again, one's own kept time among them. */
function stayFresh(): void {
  let seenAt = performance.now();
  addEventListener('pageshow', (event) => {
    if (event.persisted) void refresh(withOwnHold());
  });
  document.addEventListener('visibilitychange', () => {
    const isStale = performance.now() - seenAt > staleAfterMilliseconds;
    if (document.visibilityState === 'visible' && isStale) void refresh(location.href);
    seenAt = performance.now();
  });
  if (withOwnHold() !== location.href) void refresh(withOwnHold());
}

/** The form page leaves its hold in this tab's storage, under the calendar's path. */
function withOwnHold(): string {
  const address = new URL(location.href);
  const hold = sessionStorage.getItem(`hold ${location.pathname}`);
  if (hold) address.searchParams.set('hold', hold);
  return address.href;
}
