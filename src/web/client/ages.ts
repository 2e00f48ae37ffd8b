// "8 seconds ago" stays true while the page is looked at.
import { locale } from './words.ts';

export function keepAgesFresh(): void {
  setInterval(() => {
    for (const age of document.querySelectorAll<HTMLTimeElement>('[data-ago]')) tell(age);
  }, 5000);
}

/** Counted from what the server said, which knows the time better than this machine's clock may. */
function tell(age: HTMLTimeElement): void {
  const born = Number((age.dataset['born'] ??= String(performance.now() - secondsOf(age) * 1000)));
  const seconds = Math.round((performance.now() - born) / 1000);
  if (seconds < 2) return;
  const ago = new Intl.RelativeTimeFormat(locale());
  age.textContent =
    seconds < 90 ? ago.format(-seconds, 'second') : ago.format(-Math.round(seconds / 60), 'minute');
}

function secondsOf(age: HTMLTimeElement): number {
  return Number(age.dataset['ago']);
}
