// One of the tables as a file.
import type { Context } from 'koa';
import { sendCsv } from '../attendees/send-csv.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { Numbers } from './gather-numbers.ts';
import { fileNameOf, type TableName, tableNames, tableOf } from './number-tables.ts';

/** "weeks.csv". Throws not_found. */
export function tableAt(file: string | undefined): TableName {
  const name = tableNames.find((each) => `${each}.csv` === file);
  if (name === undefined) throw new Problem('not_found', say('There is no such file.'));
  return name;
}

export function sendTable(ctx: Context, name: TableName, numbers: Numbers): void {
  const { head, rows } = tableOf(name, numbers);
  sendCsv(ctx, fileNameOf(name, numbers), [head, ...rows]);
}
