// A table as a file to keep.
import type { Context } from 'koa';
import { type Cell, csvOf } from './csv.ts';

export function sendCsv(ctx: Context, fileName: string, rows: readonly (readonly Cell[])[]): void {
  ctx.attachment(fileName);
  ctx.type = 'text/csv; charset=utf-8';
  ctx.set('Cache-Control', 'no-store');
  ctx.body = csvOf(rows);
}
