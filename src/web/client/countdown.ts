// The time left of a hold or a request, on elements with data-seconds. Counted from what the server said, as this
// machine's clock may be wrong. Screen readers hear of it at five, two and one minute only.
import { minutesText, say } from './words.ts';

const spokenMinutes = [5, 2, 1];

export function countDown(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-seconds]')) follow(line);
}

function follow(line: HTMLElement): void {
  const endsAt = performance.now() + Number(line.dataset['seconds']) * 1000;
  const timer = setInterval(tick, 1000);
  let before = Infinity;
  tick();

  function tick(): void {
    const seconds = Math.max(0, Math.round((endsAt - performance.now()) / 1000));
    tell(line, '[aria-hidden]', seconds > 0 ? say('({time} left)', { time: clock(seconds) }) : '');
    const minute = spokenMinutes.find(
      (minutes) => seconds <= minutes * 60 && before > minutes * 60,
    );
    if (minute !== undefined && before !== Infinity) speak(line, minute);
    before = seconds;
    if (seconds > 0) return;
    clearInterval(timer);
    showEnd(line);
  }
}

function speak(line: HTMLElement, minutes: number): void {
  tell(line, '[aria-live]', say('{time} left', { time: minutesText(minutes) }));
}

/** The page carries what is to be said then, hidden until now. */
function showEnd(line: HTMLElement): void {
  line.hidden = true;
  for (const end of document.querySelectorAll<HTMLElement>('[data-at-end]')) end.hidden = false;
}

function tell(line: HTMLElement, part: string, text: string): void {
  const place = line.querySelector(part);
  if (place) place.textContent = text;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
