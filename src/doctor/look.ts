// Looks at everything, section by section. What goes wrong in a check is a finding too, and the next one runs all the same.
// What a check has begun it also ends: an interruption keeps further ones from beginning.
import { describeError } from '../log.ts';
import type { Section } from './checks.ts';
import { fault, type Finding, note } from './finding.ts';
import type { Check, Ground } from './ground.ts';

export type Report = { title: string; findings: Finding[] };

/** A check bounds its own questions; this is for what nobody thought of. */
const longestCheckMs = 120_000;

/** One section after the other, as its findings come. Those that have nothing to say are left out. */
export async function* lookAt(
  sections: readonly Section[],
  ground: Ground,
  interruption: AbortSignal,
): AsyncGenerator<Report, void, undefined> {
  for (const section of sections) {
    if (interruption.aborted) return;
    if (section.isAskedFor?.(ground) === false) continue;
    const findings = await findingsOf(section, ground, interruption);
    if (findings.length > 0) yield { title: section.title, findings };
  }
}

async function findingsOf(
  { settings, checks }: Section,
  ground: Ground,
  interruption: AbortSignal,
): Promise<Finding[]> {
  const astray = settings.filter((name) => ground.faults.some((fault) => fault.startsWith(name)));
  if (astray.length > 0) return [note(`Not looked at, because of ${astray.join(' and ')}.`)];
  const findings: Finding[] = [];
  for (const check of checks)
    if (!interruption.aborted) findings.push(...(await run(check, ground)));
  return findings;
}

async function run(check: Check, ground: Ground): Promise<Finding[]> {
  try {
    return await inTime(check(ground));
  } catch (error) {
    const { message } = describeError(error);
    return [fault(`This could not be looked at: ${message}`, 'Run the doctor again.')];
  }
}

async function inTime(findings: Promise<Finding[]>): Promise<Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('there was no end to it'));
    }, longestCheckMs);
  });
  try {
    return await Promise.race([findings, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
