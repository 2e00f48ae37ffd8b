// The page of one schedule: its editor, what lies outside of the hours, and the other schedules.
import type { RouterContext } from '@koa/router';
import { requireOrganiser } from '../http/session.ts';
import { say, sayHtml } from '../languages/say.ts';
import { organiserPage, show } from '../organisers/organiser-layout.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import type { Parts } from '../parts.ts';
import { html } from '../web/html.ts';
import { comingRanges } from './date-ranges.ts';
import { draftOf, type EditorDraft } from './editor-draft.ts';
import type { Told } from './editor-request.ts';
import { editorView } from './editor-view.ts';
import { todayIn } from './hours-input.ts';
import type { Faults } from './interval-fields.ts';
import { listOutside } from './list-outside.ts';
import { previewDraft } from './preview-draft.ts';
import { pathOf } from './schedule-path.ts';
import { listSchedules, listScheduleUsers } from './schedule-queries.ts';
import { scheduleName } from './schedule.ts';
import { schedulesCard, type ScheduleForms, scheduleTabs } from './schedules-view.ts';
import type { ComingBooking } from './stranded.ts';
import { listTimeOffSince } from './time-off-queries.ts';

export type Shown = {
  draft?: EditorDraft;
  faults?: Faults;
  focus?: string;
  told?: Told;
  question?: { stranded: readonly ComingBooking[]; action: string };
  /** Of the forms below the editor. */
  forms?: ScheduleForms;
};

export async function showEditor(
  parts: Parts,
  ctx: RouterContext,
  scheduleId: string,
  shown: Shown = {},
): Promise<void> {
  const { database, clock } = parts;
  const now = clock();
  const organiser = await getOrganiserById(database, requireOrganiser(ctx).id);
  const schedules = await listSchedules(database, organiser.id);
  const schedule = schedules.find(({ id }) => id === scheduleId)!;
  const saved = { ...schedule, timeZone: organiser.timeZone };
  const users = await listScheduleUsers(database, organiser.id);
  const draft = shown.draft ?? draftOf(saved);
  const preview = await previewDraft(parts, schedule, { organiserId: organiser.id, draft });
  const editor = editorView({
    path: pathOf(schedule),
    saved,
    draft,
    faults: shown.faults ?? [],
    ranges: comingRanges(schedule.overrides, todayIn(organiser.timeZone, now)),
    timeOff: await listTimeOffSince(database, organiser.id, now),
    preview,
    focus: shown.focus ?? null,
    told: shown.told ?? null,
    question: shown.question ?? null,
    outside: shown.question ? [] : await listOutside(database, organiser.id, now),
    now,
  });
  const body = html`<div class="stack-tight">
      <h1>${say('Hours')}</h1>
      <p class="soft">
        ${sayHtml('A time is missing on your page? <link>Ask why it is not offered</link>.', {
          link: (inner) => html`<a href="/organiser/why">${inner}</a>`,
        })}
      </p>
    </div>
    ${scheduleTabs(schedules, schedule)} ${editor}
    ${schedulesCard({ schedules, schedule, users, ...shown.forms })}`;
  const title =
    schedules.length > 1 ? say('Hours: {name}', { name: scheduleName(schedule) }) : say('Hours');
  const frame = {
    title,
    place: '/organiser/hours',
    width: 'wide',
    body,
    scripts: ['hours.ts'],
  } as const;
  const isFaulty = [shown.faults, shown.forms?.faults].some((faults) => (faults ?? []).length > 0);
  show(ctx, organiserPage(parts.config, ctx, frame), statusOf(isFaulty, shown));
}

function statusOf(isFaulty: boolean, { question }: Shown): number {
  if (isFaulty) return 400;
  return question ? 409 : 200;
}
