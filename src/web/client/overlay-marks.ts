// The marks on the times at which the visitor is busy. A marked time stays what it was: it can be chosen.
import { readOverlay, type Overlay } from './overlay-kept.ts';
import { clashesIn, type Span } from './overlay-spans.ts';
import { type Clock, listed, spanWords } from './overlay-words.ts';
import { say } from './words.ts';

type Marked = { start: number; clashes: Span[] };

/** Anew, after the times or what is known of the visitor's calendar have changed. */
export function markTimes(): void {
  for (const mark of document.querySelectorAll('.time-mark, .overlay-legend')) mark.remove();
  for (const time of document.querySelectorAll('.time-busy')) time.classList.remove('time-busy');
  const overlay = readOverlay();
  const picker = document.querySelector<HTMLElement>('#picker');
  const times = document.querySelectorAll<HTMLButtonElement>('.time[name=start]');
  if (!overlay || !picker || times.length === 0) return;
  const clock = { timeZone: picker.dataset['zone'], face: picker.dataset['clock'] } as Clock;
  const length = Number(picker.dataset['minutes']);
  const marked = [...times].map((time) => markTime(time, length, overlay, clock));
  tellDay(marked, marked.at(-1)!.start + length > overlay.until, clock);
}

function markTime(
  time: HTMLButtonElement,
  length: number,
  { busy }: Overlay,
  clock: Clock,
): Marked {
  const start = Date.parse(time.value) / 60_000;
  const clashes = clashesIn(busy, start, start + length);
  if (clashes.length === 0) return { start, clashes };
  const spans = clashes.map((span) => spanWords(span, start, clock));
  const [seen, said] = [
    element('small', 'time-mark'),
    element('span', 'time-mark visually-hidden'),
  ];
  seen.textContent = say('busy');
  seen.setAttribute('aria-hidden', 'true');
  said.textContent = say('You are busy {times}', { times: listed(spans) });
  time.classList.add('time-busy');
  time.append(seen, said);
  return { start, clashes };
}

/** Above the times of the day: what the marks mean, or that there are none. */
function tellDay(marked: Marked[], isBeyond: boolean, clock: Clock): void {
  const { start } = marked[0]!;
  const clashes = new Map(
    marked.flatMap((time) => time.clashes).map((span) => [span.join(), span] as const),
  );
  const spans = [...clashes.values()].map((span) => spanWords(span, start, clock));
  const legend = element('p', 'overlay-legend small');
  if (spans.length > 0)
    legend.textContent = say('Marked: you are busy {times}.', { times: listed(spans) });
  else if (isBeyond) legend.textContent = say('Your calendar is not known as far as this day.');
  else legend.textContent = say('Nothing in your calendar clashes with these times.');
  document.querySelector('.times')?.before(legend);
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
