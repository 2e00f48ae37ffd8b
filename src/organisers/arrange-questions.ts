// Adding, moving and removing rows of the questions while the form is open: nothing is saved, and nothing is lost.
import { mostQuestions } from '../event-types/question-input.ts';
import type { Fields } from './event-type-form.ts';
import { partsOf, questionParts, shownRows } from './question-fields.ts';

/** What the buttons say: `add`, `up-2`, `down-0`, `remove-1`. */
const change = /^(add|up|down|remove)(?:-(\d{1,2}))?$/;

/** The form with its rows numbered anew; null where no such button was pressed. */
export function arrangeQuestions(fields: Fields): Fields | null {
  const { arrange = '', ...rest } = fields;
  const [, what, number] = change.exec(arrange) ?? [];
  if (what === undefined) return null;
  const rows = shownRows(rest).map((row) => partsOf(rest, row));
  const at = shownRows(rest).indexOf(Number(number));
  return withRows(rest, arranged(rows, what, at));
}

type Row = ReturnType<typeof partsOf>;

function arranged(rows: Row[], what: string, at: number): Row[] {
  if (what === 'add') return rows.length < mostQuestions ? [...rows, emptyRow] : rows;
  const row = rows[at];
  if (!row) return rows;
  const others = rows.toSpliced(at, 1);
  if (what === 'remove') return others;
  return others.toSpliced(Math.max(0, what === 'up' ? at - 1 : at + 1), 0, row);
}

const emptyRow: Row = { key: '', label: '', kind: 'short', isRequired: 'no', options: '' };

function withRows(fields: Fields, rows: readonly Row[]): Fields {
  const others = Object.entries(fields).filter(([name]) => !name.startsWith('question-'));
  const numbered = rows.flatMap((row, index) =>
    questionParts.map((part) => [`question-${index}-${part}`, row[part]]),
  );
  return Object.fromEntries([...others, ...numbered]) as Fields;
}
