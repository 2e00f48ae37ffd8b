// Why a day or a month has no times: it is over, it cannot be booked yet, or all of it is taken. And where some are.
import { say } from '../../languages/say.ts';
import { buttonLink } from '../components.ts';
import { dayText, fullDayText } from '../dates.ts';
import { type Html, html } from '../html.ts';
import { type DayChoice, monthOf } from './choose-day.ts';
import { dayLink } from './links.ts';
import type { Picker } from './picker.ts';

export function nothingFree({ choice, state }: Picker): Html {
  const next = nextFreeDay(choice);
  const label = next === null ? '' : say('Go to {day}', { day: dayText(next) });
  return html`<div class="stack">
    <p class="soft">${whyNothing(choice)}</p>
    ${
      next !== null &&
      html`<div>
        ${buttonLink({ label, href: dayLink(state, next), extra: { 'data-swap': true } })}
      </div>`
    }
  </div>`;
}

/** Where the horizon ends: the same words wherever it is told. */
export function horizonText({ lastDay }: Pick<DayChoice, 'lastDay'>): string {
  return say('Bookings open up to {day}.', { day: fullDayText(lastDay) });
}

export function whyNothing(choice: Pick<DayChoice, 'outside' | 'startsByDay' | 'day' | 'lastDay'>) {
  const { outside, startsByDay, day } = choice;
  if (outside === 'beyond') return horizonText(choice);
  if (outside === 'past')
    return day === null ? say('That month is over.') : say('This day is over.');
  if (startsByDay.size === 0) return say('Nothing is free at the moment. Please look again later.');
  return day === null ? say('Nothing is free in this month.') : say('Nothing is free on this day.');
}

/** The next one, else the last before. */
function nextFreeDay({ startsByDay, day, month, laterDay }: DayChoice): number | null {
  const days = [...startsByDay.keys()];
  const next = day === null ? days.find((other) => monthOf(other) >= month) : laterDay;
  return next ?? days.at(-1) ?? null;
}
