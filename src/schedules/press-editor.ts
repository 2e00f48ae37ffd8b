// A press in the editor: it saves, or changes what is typed and shows it again, or takes back what was done.
import type { RouterContext } from '@koa/router';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import { WouldStrand } from './change-hours.ts';
import { editDraft } from './edit-draft.ts';
import { draftOf, type EditorDraft, readDraft } from './editor-draft.ts';
import { checkEditor } from './editor-input.ts';
import { showEditor } from './editor-page.ts';
import { bodyOf, type Pressed, pressedIn, toldOf } from './editor-request.ts';
import { hoursDeeds } from './hours-deeds.ts';
import { saveEditor, type Saved } from './save-editor.ts';
import { pathOf } from './schedule-path.ts';
import { getSchedule } from './schedule-queries.ts';
import type { Schedule } from './schedule.ts';

export async function pressEditor(
  parts: Parts,
  ctx: RouterContext,
  schedule: Schedule,
): Promise<void> {
  const body = bodyOf(ctx);
  const draft = readDraft(body, { ...schedule, timeZone: requireOrganiser(ctx).timeZone });
  const pressed = pressedIn(body);
  try {
    if (pressed.what === 'save') await save(parts, ctx, schedule, { draft, pressed });
    else if (Object.hasOwn(hoursDeeds, pressed.what))
      await act(parts, ctx, schedule, { draft, pressed });
    else await showAgain(parts, ctx, schedule, { draft, pressed });
  } catch (error) {
    if (error instanceof WouldStrand) {
      const question = { stranded: error.stranded, action: pressed.action };
      return showEditor(parts, ctx, schedule.id, { draft, question });
    }
    if (!isProblem(error, 'invalid_input')) throw error;
    await showEditor(parts, ctx, schedule.id, { draft, faults: error.errors ?? [] });
  }
}

type Press = { draft: EditorDraft; pressed: Pressed };

async function save(
  parts: Parts,
  ctx: RouterContext,
  schedule: Schedule,
  { draft, pressed }: Press,
): Promise<void> {
  const ids = { organiserId: requireOrganiser(ctx).id, scheduleId: schedule.id };
  const { result } = await saveEditor(parts, ids, pressed.accepted, (before, now) =>
    checkEditor(draft, before, now),
  );
  const was = result.revision === null ? {} : { was: String(result.revision) };
  goBack(ctx, schedule, { saved: wordOf(result), ...was });
}

function wordOf({ revision, isZoneNew, isOffNew }: Saved): string {
  if (isZoneNew) return 'zone';
  if (isOffNew) return revision === null ? 'off' : 'both';
  return revision === null ? 'nothing' : 'hours';
}

/** What is typed beside, and not saved by this, stays on the page. */
async function act(
  parts: Parts,
  ctx: RouterContext,
  schedule: Schedule,
  { draft, pressed }: Press,
): Promise<void> {
  const { id: organiserId, timeZone } = requireOrganiser(ctx);
  const untouched = draftOf({ ...schedule, timeZone });
  const query = await hoursDeeds[pressed.what]!(parts, {
    ids: { organiserId, scheduleId: schedule.id },
    pressed,
  });
  const isTyped = JSON.stringify({ ...draft, previewOf: '' }) !== JSON.stringify(untouched);
  if (!isTyped) return goBack(ctx, schedule, query);
  const { revision } = await getSchedule(parts.database, organiserId, schedule.id);
  const told = toldOf(query, revision);
  await showEditor(parts, ctx, schedule.id, { draft, ...(told && { told }) });
}

async function showAgain(
  parts: Parts,
  ctx: RouterContext,
  schedule: Schedule,
  { draft, pressed }: Press,
): Promise<void> {
  const organiserId = requireOrganiser(ctx).id;
  const edited = await editDraft(
    parts,
    { organiserId, schedule },
    { draft, pressed, body: bodyOf(ctx) },
  );
  await showEditor(parts, ctx, schedule.id, edited);
}

function goBack(ctx: RouterContext, schedule: Schedule, query: Record<string, string>): void {
  ctx.status = 303;
  ctx.redirect(`${pathOf(schedule)}?${new URLSearchParams(query).toString()}`);
}
