// Tables as CSV (RFC 4180), safe to open in a spreadsheet: what a stranger typed is never a formula there.

export type Cell = string | number | boolean | null;

/** Begins with the mark by which spreadsheets know UTF-8. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A number, or a phone's, is no formula. */
function guarded(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const isFormula = /^\s*[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+$/.test(cell);
  return isFormula ? `'${cell}` : cell;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
