// An export as a file to keep.
import type { Context } from 'koa';
import type { Parts } from '../parts.ts';
import { presentExport } from './attendee-presenter.ts';
import { exportAttendee } from './export-attendee.ts';
import { exportCsv } from './export-csv.ts';

export async function sendExport(
  parts: Parts,
  ctx: Context,
  { organiserId, id }: { organiserId: string; id: string },
  format: 'json' | 'csv',
): Promise<void> {
  const exported = await exportAttendee(parts, organiserId, id);
  ctx.set('Cache-Control', 'no-store');
  // the name says nothing of the person: files lie about
  ctx.attachment(`attendee-${id.slice(0, 8)}.${format}`);
  ctx.type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  ctx.body =
    format === 'csv' ? exportCsv(exported) : JSON.stringify(presentExport(exported), null, 2);
}
