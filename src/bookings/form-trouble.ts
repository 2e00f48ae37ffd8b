// Why a form did not go through, above its fields, with buttons that send it all the same: nothing is typed twice.
import { say } from '../languages/say.ts';
import type { Problem, SlotTimes } from '../problem.ts';
import { button, notice } from '../web/components.ts';
import { type Reader } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';
import { whenLine } from './chosen-time.ts';

export type Trouble = {
  reader: Reader;
  trouble?: { problem: Problem; alternatives: readonly SlotTimes[] } | undefined;
};

export function formTrouble({ reader, trouble }: Trouble): Html | undefined {
  if (!trouble) return undefined;
  const { problem, alternatives } = trouble;
  return notice({
    kind: 'warning',
    title: titleOf(problem),
    isUrgent: true,
    body: html`<p>${sentenceOf(problem, alternatives.length > 0)}</p>
      ${
        alternatives.length > 0 &&
        html`<div class="alternatives">
          ${alternatives.map((times) => alternative(times, reader))}
        </div>`
      }`,
  });
}

function alternative(times: SlotTimes, reader: Reader): Html {
  const value = times.startsAt.toISOString();
  return button({ label: whenLine(times, reader), kind: 'plain', name: 'take', value });
}

/** Not to be had any more, however often the form is sent. */
export function isTimeGone({ code }: Problem): boolean {
  return code === 'slot_taken' || code === 'slot_not_offered';
}

function titleOf(problem: Problem): string {
  if (isTimeGone(problem)) return say('This time is gone');
  if (problem.code === 'calendar_unavailable') return say('The calendar does not answer just now');
  return say('That did not work');
}

function sentenceOf(problem: Problem, hasAlternatives: boolean): string {
  if (problem.code === 'calendar_unavailable')
    return say('Nothing you entered is lost. Please send the form again in a moment.');
  if (!isTimeGone(problem)) return problem.message;
  return hasAlternatives
    ? say('Somebody was faster. Nothing you entered is lost; these are the nearest free times:')
    : say('Somebody was faster, and nothing near it is free. Please choose another day below.');
}
