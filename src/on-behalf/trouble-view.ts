// Why a booking for somebody did not go through yet: what speaks against its time, who has it, what Google did not say.
// Other times are taken with buttons that send the form all the same: nothing is typed twice.
import { whenLine } from '../bookings/chosen-time.ts';
import { say } from '../languages/say.ts';
import type { Problem, SlotTimes } from '../problem.ts';
import { button, notice } from '../web/components.ts';
import type { Reader } from '../web/dates.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { objectionSentence } from './objection-words.ts';
import { keyOf, type Objection } from './objection.ts';
import { type OtherTime, otherTimeFields } from './when-view.ts';

export type Trouble =
  | { is: 'objected'; objections: readonly Objection[] }
  | { is: 'refused'; problem: Problem; alternatives: readonly SlotTimes[] };

/** To be ticked by whoever has read what it says. */
export function objectionsNotice(
  objections: readonly Objection[],
  {
    timeZone,
    error,
    isAccepted,
  }: { timeZone: string; error: string | undefined; isAccepted: boolean },
): Html {
  const own = attributes({
    type: 'checkbox',
    name: 'accept',
    value: keyOf(objections),
    id: 'field-accept',
    checked: isAccepted,
    'aria-invalid': error && 'true',
    'aria-describedby': error && 'field-accept-error',
  });
  return notice({
    kind: 'warning',
    title: say('Please look at this time'),
    isUrgent: true,
    body: html`<div class="stack">
      ${objections.map((each) => html`<p>${objectionSentence(each, timeZone)}</p>`)}
      ${error && html`<p class="field-error" id="field-accept-error">${error}</p>`}
      <label class="choice"><input${own} /><span>${say('Take it all the same')}</span></label>
    </div>`,
  });
}

export function refusedNotice(
  { problem, alternatives }: Extract<Trouble, { is: 'refused' }>,
  reader: Reader,
  other: OtherTime,
): Html {
  const isTimeGone = problem.code === 'slot_taken' || problem.code === 'slot_not_offered';
  return notice({
    kind: 'warning',
    title: titleOf(problem),
    isUrgent: true,
    body: html`<div class="stack">
      <p>${problem.message}</p>
      <p>${say('Nothing is booked, and nothing that you typed is lost.')}</p>
      ${isTimeGone && otherTimes(alternatives, reader, other)}
    </div>`,
  });
}

function titleOf({ code, heading }: Problem): string {
  if (heading) return heading;
  if (code === 'slot_taken') return say('This time is taken');
  if (code === 'slot_not_offered') return say('This time cannot be booked');
  return code === 'calendar_unavailable'
    ? say('Your calendar does not answer just now')
    : say('That did not work');
}

function otherTimes(alternatives: readonly SlotTimes[], reader: Reader, other: OtherTime): Html {
  return html`${
      alternatives.length > 0 &&
      html`<p>${say('The nearest free times:')}</p>
        <div class="alternatives">
          ${alternatives.map((times) =>
            button({
              label: whenLine(times, reader),
              kind: 'plain',
              name: 'take',
              value: times.startsAt.toISOString(),
            }),
          )}
        </div>`
    }
    <p>${say('Or any other:')}</p>
    ${otherTimeFields(other)}`;
}
