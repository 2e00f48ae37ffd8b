// The preview beside the editor: the coming days with their times, what is new and what would go; and what it counts.
import { MINUTES_PER_DAY } from '../availability/dates.ts';
import { offsetAt, timeZoneNamed } from '../availability/time-zone.ts';
import { say } from '../languages/say.ts';
import { badge, button } from '../web/components.ts';
import { dayText, timeText } from '../web/dates.ts';
import { selectField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import type { SlotPreview } from './gather-preview.ts';
import type { DraftPreview } from './preview-draft.ts';
import {
  countOf,
  isChanged,
  offeredOn,
  type PreviewDay,
  type PreviewStart,
  runsOf,
} from './preview.ts';

/** Faulty: what is typed is not whole yet. */
export type Previewed = SlotPreview | 'faulty' | 'nothing to book';

export function previewCard({ previewed, eventTypes, chosen }: DraftPreview): Html {
  return html`<section class="card stack hours-preview" aria-labelledby="preview">
    <h2 id="preview">${say('Preview')}</h2>
    ${
      eventTypes.length > 1 &&
      selectField({
        name: 'preview-of',
        label: say('Times for'),
        value: chosen,
        isOptional: false,
        options: eventTypes.map(({ slug, title }) => ({ value: slug, label: title })),
      })
    }
    ${button({
      label: say('Preview'),
      kind: 'plain',
      name: 'do',
      value: 'preview',
      extra: { class: 'button unscripted' },
    })}
    ${previewBody(previewed)}
  </section>`;
}

/** Also by itself, while somebody types. */
export function previewBody(previewed: Previewed): Html {
  if (previewed === 'nothing to book')
    return body(
      html`<p class="soft">${say('There is no event type yet to be booked by these hours.')}</p>`,
    );
  if (previewed === 'faulty')
    return body(
      html`<p class="soft">
        ${say('The times come back here as soon as what you type is whole.')}
      </p>`,
      true,
    );
  const { days, moreChanged } = previewed;
  return body(
    html`${days.length === 0 && html`<p>${say('Nothing could be booked.')}</p>`}
      <ol class="preview-days">
        ${days.map((day) => previewDay(day, previewed))}
      </ol>
      ${
        moreChanged > 0 &&
        html`<p class="soft small">
          ${say('{count, plural, one {One more day changes.} other {# more days change.}}', { count: moreChanged })}
        </p>`
      }
      <p class="soft small">${counted(previewed)}</p>`,
  );
}

function body(content: Html, isWaiting = false): Html {
  return html`<div${attributes({
    class: 'stack preview-body',
    id: 'preview-body',
    'data-waiting': isWaiting,
  })}>
    ${content}
  </div>`;
}

function counted({ isBusyUnknown }: SlotPreview): string {
  return isBusyUnknown
    ? say(
        'Notice, horizon and what is booked are counted. Google Calendar does not answer at the moment, so its busy times are not.',
      )
    : say('Notice, horizon, what is booked and what Google Calendar shows as busy are counted.');
}

function previewDay(day: PreviewDay, preview: SlotPreview): Html {
  const runs = runsOf(offeredOn(day), rulesOf(preview.eventType));
  return html`<li class="preview-day">
    <p class="preview-head">
      <strong>${dayText(day.day)}</strong>
      ${isChanged(day) && changeBadges(day)}
    </p>
    ${bar(day, preview)}
    ${runs.length === 0 ? html`<p class="soft">${say('Nothing any more')}</p>` : times(day, runs, preview)}
  </li>`;
}

function changeBadges(day: PreviewDay): Html[] {
  const more = countOf(day, 'new');
  const fewer = countOf(day, 'gone');
  return [
    ...(more > 0 ? [badge(say('{count} more', { count: more }), 'success')] : []),
    ...(fewer > 0 ? [badge(say('{count} fewer', { count: fewer }), 'warning')] : []),
  ];
}

/** The runs in sight, every single time behind them. */
function times(
  day: PreviewDay,
  runs: readonly (readonly [number, number])[],
  { timeZone }: SlotPreview,
): Html {
  const clock = (minute: number) => timeText(new Date(minute * 60_000), { timeZone, clock: '24' });
  return html`<details class="preview-times" data-day="${day.day}">
    <summary>
      ${runs.map(([from, to]) => html`<span class="preview-run">${clock(from)}–${clock(to)}</span> `)}
      <span class="soft nowrap"
        >${say('{count, plural, one {# time} other {# times}}', { count: offeredOn(day).length })}</span
      >
    </summary>
    <ul class="preview-starts">
      ${day.starts.map(
        ({ start, is }) =>
          html`<li${attributes({ class: `preview-${is}` })}>
            ${is === 'gone' ? html`<s>${clock(start)}</s>` : clock(start)}
          </li>`,
      )}
    </ul>
  </details>`;
}

/** The day from midnight to midnight, for the eye. What stays is drawn over what would go, as slots overlap. */
function bar({ starts }: PreviewDay, { timeZone, eventType }: SlotPreview): Html {
  const zone = timeZoneNamed(timeZone);
  const wall = (minute: number) => (minute + offsetAt(zone, minute)) % MINUTES_PER_DAY;
  const runs = (kind: PreviewStart['is']) =>
    runsOf(
      starts.filter(({ is }) => is === kind).map(({ start }) => start),
      rulesOf(eventType),
    );
  return html`<svg
    class="preview-bar"
    viewBox="0 0 1440 10"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${(['gone', 'same', 'new'] as const).map((kind) =>
      runs(kind).map(
        ([from, to]) =>
          html`<rect
            class="preview-${kind}"
            x="${wall(from)}"
            y="0"
            width="${to - from}"
            height="10"
          />`,
      ),
    )}
  </svg>`;
}

function rulesOf({ slotStepMinutes, durationMinutes }: SlotPreview['eventType']) {
  return { stepMinutes: slotStepMinutes, durationMinutes };
}
