// `npm run doctor`: looks at all that the service stands on and says what is wrong and how to mend it. It changes nothing,
// whether the service runs or not. Ends with 1 where there are faults.
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { readEnvironment, readSettings } from './config.ts';
import { sections } from './doctor/checks.ts';
import { lookAt, type Report } from './doctor/look.ts';
import { openGround } from './doctor/open-ground.ts';
import { type Options, readOptions, usage } from './doctor/options.ts';
import { hasFaults, presentReports, sectionText, summaryText } from './doctor/present.ts';

const options = readOptions(process.argv.slice(2));
const look = {
  columns: Math.min(process.stdout.columns || 100, 110),
  hasColours: process.stdout.isTTY ? process.stdout.hasColors() : false,
};
const interruption = new AbortController();

if (options) await examine(options);
else {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
}

async function examine({ isJson, trial }: Options): Promise<void> {
  const project = join(import.meta.dirname, '..');
  const settings = readSettings(readEnvironment(project), project);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interruption.abort());
  // whoever reads has gone (`| head`)
  process.stdout.on('error', () => interruption.abort());
  const { ground, close } = await openGround({ ...settings, trial, clock: systemClock });
  const reports: Report[] = [];
  try {
    for await (const report of lookAt(sections, ground, interruption.signal)) {
      reports.push(report);
      if (!isJson) print(sectionText(report, look));
    }
  } finally {
    await close();
  }
  print(isJson ? JSON.stringify(presentReports(reports), null, 2) : summaryText(reports));
  if (hasFaults(reports) || interruption.signal.aborted) process.exitCode = 1;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
