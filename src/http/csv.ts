// Tables as CSV files (RFC 4180), to be opened by spreadsheet programs: UTF-8 with its mark, every line ended by CRLF.
import type { Context } from 'koa';

export type Cell = string | number | null;

export function sendCsv(ctx: Context, fileName: string, rows: readonly (readonly Cell[])[]): void {
  ctx.type = 'text/csv; charset=utf-8';
  ctx.attachment(fileName);
  ctx.set('Cache-Control', 'no-store');
  ctx.body = `\uFEFF${csvText(rows)}`;
}

export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = isFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a stranger typed must not be computed: spreadsheets take these for the beginning of a formula. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
