// The findings as a person reads them in a terminal, and as a program does.
import type { Finding, Level } from './finding.ts';
import type { Report } from './look.ts';

export type Look = { columns: number; hasColours: boolean };

const margin = '  ';
const column = margin.length + 'fault'.length + 2;
const colours: Record<Level, number> = { ok: 32, note: 33, fault: 31 };

export function sectionText({ title, findings }: Report, look: Look): string {
  const heading = look.hasColours ? `\u001B[1m${title}\u001B[0m` : title;
  return [heading, ...findings.flatMap((finding) => findingLines(finding, look)), ''].join('\n');
}

function findingLines({ level, says, mend }: Finding, look: Look): string[] {
  const width = Math.max(40, look.columns - column);
  const [first, ...rest] = wrap(says, width);
  const advice = mend === undefined ? [] : wrap(mend, width - 2);
  const indent = ' '.repeat(column);
  return [
    `${margin}${painted(level, look)}${' '.repeat(column - margin.length - level.length)}${first}`,
    ...rest.map((line) => `${indent}${line}`),
    ...advice.map((line, at) => `${indent}${at === 0 ? '→ ' : '  '}${line}`),
  ];
}

function painted(level: Level, { hasColours }: Look): string {
  return hasColours ? `\u001B[${colours[level]}m${level}\u001B[0m` : level;
}

/** A word that is longer than the line, such as an address to copy, stays whole. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function summaryText(reports: readonly Report[]): string {
  const [faults, notes] = [count(reports, 'fault'), count(reports, 'note')];
  if (faults === 0 && notes === 0) return 'All is well.';
  const told = [
    faults > 0 && (faults === 1 ? '1 fault' : `${faults} faults`),
    notes > 0 && (notes === 1 ? '1 note' : `${notes} notes`),
  ].filter((words) => words !== false);
  return `${faults > 0 ? '' : 'No faults, '}${told.join(', ')}.`;
}

export function presentReports(reports: readonly Report[]): object {
  return {
    ok: !hasFaults(reports),
    faults: count(reports, 'fault'),
    notes: count(reports, 'note'),
    findings: reports.flatMap(({ title, findings }) =>
      findings.map(({ level, says, mend }) => ({ section: title, level, says, mend })),
    ),
  };
}

export function hasFaults(reports: readonly Report[]): boolean {
  return count(reports, 'fault') > 0;
}

function count(reports: readonly Report[], level: Level): number {
  return reports.flatMap(({ findings }) => findings).filter((each) => each.level === level).length;
}
