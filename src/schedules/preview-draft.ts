// What is typed into the editor, as the slots that it would give.
import { listEventTypes } from '../event-types/event-type-queries.ts';
import type { EventType } from '../event-types/event-type.ts';
import { getOrganiserById } from '../organisers/organiser-queries.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { EditorDraft } from './editor-draft.ts';
import { checkEditor } from './editor-input.ts';
import { gatherPreview } from './gather-preview.ts';
import type { Previewed } from './preview-view.ts';
import { listScheduleUsers } from './schedule-queries.ts';
import type { Schedule } from './schedule.ts';

/** With the event types to choose from, and the slug of the chosen one. */
export type DraftPreview = {
  previewed: Previewed;
  eventTypes: readonly EventType[];
  chosen: string;
};

export async function previewDraft(
  parts: Parts,
  schedule: Schedule,
  { organiserId, draft }: { organiserId: string; draft: EditorDraft },
): Promise<DraftPreview> {
  const organiser = await getOrganiserById(parts.database, organiserId);
  const eventTypes = await listEventTypes(parts.database, organiserId);
  const users = await listScheduleUsers(parts.database, organiserId);
  const user = users.find(({ scheduleId }) => scheduleId === schedule.id);
  const eventType =
    eventTypes.find(({ slug }) => slug === draft.previewOf) ??
    eventTypes.find(({ id }) => id === user?.id) ??
    eventTypes[0];
  const previewed = eventType
    ? await previewWhole(parts, { organiser, schedule, eventType, draft })
    : 'nothing to book';
  return { previewed, eventTypes, chosen: eventType?.slug ?? '' };
}

async function previewWhole(
  parts: Parts,
  what: { organiser: Organiser; schedule: Schedule; eventType: EventType; draft: EditorDraft },
): Promise<Previewed> {
  const { organiser, schedule, eventType, draft } = what;
  const before = { ...schedule, timeZone: organiser.timeZone };
  try {
    const change = checkEditor(draft, before, parts.clock());
    return await gatherPreview(parts, { organiser, scheduleId: schedule.id, eventType }, change);
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    return 'faulty';
  }
}
