// The times of one day, a button each, by morning, afternoon and evening.
import { say } from '../../languages/say.ts';
import { hiddenFields } from '../components.ts';
import { dayIn, dayText, offsetText, timeText } from '../dates.ts';
import { attributes, type Html, html } from '../html.ts';
import { dateAtMinute, dayPartOf, type DayPart } from './day-parts.ts';
import { dayLink } from './links.ts';
import { nothingFree } from './nothing-free.ts';
import type { Picker } from './picker.ts';

export function dayTimes(view: Picker): Html {
  const { day, startsByDay } = view.choice;
  const starts = (day !== null && startsByDay.get(day)) || [];
  const shown = [...starts, ...presentOn(view, day)].sort((a, b) => a - b);
  return html`<section class="picker-day" aria-labelledby="day-title">
    ${heading(view)}
    <p class="picker-other"><a href="#month-title">${say('Choose another day')}</a></p>
    ${shown.length > 0 && timesForm(view, shown)} ${starts.length === 0 && nothingFree(view)}
  </section>`;
}

function presentOn({ presentStart = null, timeZone }: Picker, day: number | null): number[] {
  if (presentStart === null) return [];
  return dayIn(timeZone, dateAtMinute(presentStart)) === day ? [presentStart] : [];
}

function heading(view: Picker): Html {
  const { day, earlierDay, laterDay } = view.choice;
  const title = day === null ? say('No free times') : dayText(day);
  return html`<div class="picker-head">
    <h2 id="day-title" tabindex="-1">
      ${isFirstOffer(view) && html`<span class="eyebrow">${say('First free day')}</span>`} ${title}
    </h2>
    <div class="arrows">
      ${arrow(view, earlierDay, 'earlier')} ${arrow(view, laterDay, 'later')}
    </div>
  </div>`;
}

/** Said where nobody has asked for a day, so that it does not look like the only one. */
function isFirstOffer({ choice, state }: Picker): boolean {
  return choice.day !== null && choice.earlierDay === null && state.date === undefined;
}

function arrow({ state }: Picker, day: number | null, way: 'earlier' | 'later'): Html | false {
  if (day === null) return html`<span class="arrow arrow-${way}" aria-hidden="true"></span>`;
  const told = { day: dayText(day) };
  const label = way === 'earlier' ? say('Earlier: {day}', told) : say('Later: {day}', told);
  const own = { class: `arrow arrow-${way}`, id: `day-${way}`, 'aria-label': label };
  return html`<a${attributes({ href: dayLink(state, day), ...own, 'data-swap': true })}></a>`;
}

function timesForm(view: Picker, starts: readonly number[]): Html {
  const parts = Object.entries(
    Object.groupBy(starts, (start) => dayPartOf(start, view.timeZone)),
  ) as [DayPart, number[]][];
  const { action, method } = view.send;
  return html`<form
    class="times times-${view.clock}"
    method="${method}"
    action="${action}"
    data-once
  >
    ${hiddenFields(view.hidden)}
    ${parts.map(([part, members]) => partOfDay(view, part, members, starts))}
  </form>`;
}

function partOfDay(
  view: Picker,
  part: DayPart,
  starts: readonly number[],
  day: readonly number[],
): Html {
  return html`<div class="times-part" role="group" aria-labelledby="times-${part}">
    <h3 id="times-${part}">${titles[part]()}</h3>
    <ul>
      ${starts.map((start) => html`<li>${start === view.presentStart ? presentTime(view, start) : timeButton(view, start, day)}</li>`)}
    </ul>
  </div>`;
}

function timeButton(view: Picker, start: number, day: readonly number[]): Html {
  const instant = dateAtMinute(start);
  const text = timeText(instant, view);
  const isRepeated = day.some(
    (other) => other !== start && timeText(dateAtMinute(other), view) === text,
  );
  const isOwn = start === view.ownStart;
  const own = { class: isOwn ? 'time time-own' : 'time', name: 'start' };
  return html`<button${attributes({ ...own, value: instant.toISOString() })}>
    ${text} ${isRepeated && html`<small>${offsetText(view.timeZone, instant)}</small>`}
    ${isOwn && html`<small>${say('held for you')}</small>`}
  </button>`;
}

function presentTime(view: Picker, start: number): Html {
  return html`<span class="time time-present">
    ${timeText(dateAtMinute(start), view)} <small>${say('present time')}</small>
  </span>`;
}

const titles: Record<DayPart, () => string> = {
  night: () => say('Night'),
  morning: () => say('Morning'),
  afternoon: () => say('Afternoon'),
  evening: () => say('Evening'),
};
