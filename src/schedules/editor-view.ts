// The editor of one schedule: a single form, so that no button loses what is typed beside it.
import { say } from '../languages/say.ts';
import { faultSummary } from '../organisers/form-faults.ts';
import { button } from '../web/components.ts';
import { attributes, type Html, html } from '../web/html.ts';
import type { DateRange } from './date-ranges.ts';
import { datesCard } from './dates-view.ts';
import type { EditorDraft } from './editor-draft.ts';
import type { Told } from './editor-request.ts';
import { editorLabels } from './field-names.ts';
import type { Faults } from './interval-fields.ts';
import type { DraftPreview } from './preview-draft.ts';
import { previewCard } from './preview-view.ts';
import type { ZonedHours } from './set-hours.ts';
import { outsideNotice, strandedQuestion } from './stranded-view.ts';
import type { ComingBooking } from './stranded.ts';
import { timeOffCard } from './time-off-view.ts';
import type { TimeOff } from './time-off.ts';
import { weekCard } from './week-view.ts';

export type Editor = {
  /** Where the form is sent. */
  path: string;
  saved: ZonedHours;
  draft: EditorDraft;
  faults: Faults;
  ranges: readonly DateRange[];
  timeOff: readonly TimeOff[];
  preview: DraftPreview;
  /** The id of what the page opens at, where a button changed what is typed. */
  focus: string | null;
  /** What was just done, and how to take it back. */
  told: Told | null;
  /** The question before a change that leaves bookings outside. */
  question: { stranded: readonly ComingBooking[]; action: string } | null;
  /** As everything stands. */
  outside: readonly ComingBooking[];
  now: Date;
};

/** The first button is the one that Enter presses. */
export function editorView(editor: Editor): Html {
  const { path, draft, faults, question, saved, told, outside } = editor;
  return html`<form${attributes({
    class: 'hours-editor stack',
    id: 'hours-editor',
    method: 'post',
    action: path,
    novalidate: true,
    'data-preview': `${path}/preview`,
  })}>
    <button class="visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true"></button>
    <div class="hours-said stack">
      ${faultSummary(faults, editorLabels(draft))}
      ${
        question &&
        strandedQuestion(question.stranded, {
          timeZone: saved.timeZone,
          action: question.action,
          hint: html`<span class="soft"
            >${say('Nothing is saved yet: you can go on changing the hours below.')}</span
          >`,
        })
      }
      ${told && toldNotice(told)}
      ${outsideNotice(outside, { timeZone: saved.timeZone, isUrgent: told !== null })}
    </div>
    <div class="hours-cards">
      ${weekCard(editor)} ${previewCard(editor.preview)} ${datesCard(editor)} ${timeOffCard(editor)}
    </div>
  </form>`;
}

/** Taking back sends what is typed too, so that nothing of it is lost. */
function toldNotice({ words, undo }: Told): Html {
  return html`<div class="notice notice-success row" role="alert" id="hours-told">
    <span>${words}</span>
    ${undo !== null && button({ label: say('Undo'), kind: 'quiet', name: 'do', value: undo })}
  </div>`;
}
