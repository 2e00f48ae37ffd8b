// The calendar of free times, as every page that offers some shows it: the day's times first, then the month, then
// the zone and the clock. Complete without scripts; client/calendar.ts exchanges it in place.
import { say, sayHtml } from '../../languages/say.ts';
import type { ClockFace } from '../dates.ts';
import { agoText, zoneText } from '../dates.ts';
import { attributes, type Html, html } from '../html.ts';
import type { DayChoice } from './choose-day.ts';
import { dayTimes } from './day-times.ts';
import { lengthChoice } from './length-choice.ts';
import { clockLink, type PickerState } from './links.ts';
import { monthTable } from './month-table.ts';
import { zoneForm } from './zone-form.ts';

export type Picker = {
  choice: DayChoice;
  state: PickerState;
  clock: ClockFace;
  timeZone: string;
  now: Date;
  checkedAt: Date;
  durationMinutes: number;
  /** To choose from, where there are several. */
  lengths?: readonly number[];
  /** Sent along with the chosen time. */
  hidden: Record<string, string | number | undefined>;
  /** Where the chosen time is sent to, and how. */
  send: { action: string; method: 'get' | 'post' };
  /** The time that this visitor keeps already, in epoch minutes. */
  ownStart?: number | null;
  /** The time of the appointment that is to be moved: shown, never offered. */
  presentStart?: number | null;
  /** The words of whoever asked for a zone that there is not. */
  unknownZone?: string | null;
};

export function picker(view: Picker): Html {
  return html`<div${attributes({ class: 'picker', id: 'picker', ...toldToScripts(view) })}>
    ${lengthChoice(view)} ${dayTimes(view)}
    <div class="picker-aside">
      ${monthTable(view)}
      <div class="picker-settings">${zoneForm(view)} ${clockSwitch(view)}</div>
    </div>
    <p class="picker-checked soft small">
      ${checkedLine(view)}
    </p>
  </div>`;
}

function checkedLine(view: Picker): Html {
  return sayHtml('Checked with Google <time>{ago}</time>. Times are in {zone}.', {
    ago: agoText(view.checkedAt, view.now),
    zone: zoneText(view.timeZone, view.now),
    time: (ago) =>
      html`<time datetime="${view.checkedAt.toISOString()}" data-ago="${secondsSince(view)}"
        >${ago}</time
      >`,
  });
}

/** Whether the zone is a guess; how times are read, and how long each is. */
function toldToScripts({ state, unknownZone, timeZone, clock, durationMinutes }: Picker) {
  return {
    'data-guess-zone': state.timeZone === undefined && !unknownZone,
    'data-zone': timeZone,
    'data-clock': clock,
    'data-minutes': durationMinutes,
  };
}

function clockSwitch({ state, clock }: Picker): Html {
  const face = (value: ClockFace) =>
    html`<a
      href="${clockLink(state, value)}"
      ${value === clock && html`aria-current="true"`}
      data-swap
      id="clock-${value}"
      >${say('{hours} h', { hours: value })}</a
    >`;
  return html`<div class="segments" role="group" aria-label="${say('Clock')}">
    ${face('12')} ${face('24')}
  </div>`;
}

function secondsSince({ now, checkedAt }: Picker): number {
  return Math.max(0, Math.round((now.getTime() - checkedAt.getTime()) / 1000));
}
