// The doctor's round: every section whatever the others found, and how it is told.
import { expect, test } from '@jest/globals';
import { readSettings } from '../../src/config.ts';
import { type Section, sections } from '../../src/doctor/checks.ts';
import { fault, note, ok } from '../../src/doctor/finding.ts';
import type { Ground } from '../../src/doctor/ground.ts';
import { lookAt, type Report } from '../../src/doctor/look.ts';
import { readOptions } from '../../src/doctor/options.ts';
import { hasFaults, presentReports, sectionText, summaryText } from '../../src/doctor/present.ts';

const ground = { faults: [] as readonly string[], trial: null } as Ground;

test('a check that breaks is a fault of its own and hides no other', async () => {
  const broken = async () => {
    throw new Error('somebody@example.com was in the way');
  };

  const reports = await lookedAt([
    { title: 'One', settings: [], checks: [broken, async () => [ok('well')]] },
    { title: 'Two', settings: [], checks: [async () => [ok('well, too')]] },
  ]);

  expect(reports).toEqual([
    {
      title: 'One',
      findings: [
        {
          level: 'fault',
          says: 'This could not be looked at: …@… was in the way',
          mend: expect.any(String),
        },
        ok('well'),
      ],
    },
    { title: 'Two', findings: [ok('well, too')] },
  ]);
});

test('what stands on a setting that is at fault is not looked at, and the setting is named', async () => {
  const faults = ['SMTP_URL must be an address that begins with smtp:// or smtps://.'];

  const reports = await lookedAt(
    [{ title: 'Mail', settings: ['SMTP_URL'], checks: [async () => [ok('well')]] }],
    { ...ground, faults },
  );

  expect(reports[0]?.findings).toEqual([note('Not looked at, because of SMTP_URL.')]);
});

test('every fault of a setting begins with its name, by which its section is left out', () => {
  const { faults } = readSettings(
    {
      PORT: 'x',
      HOST: '192.0.2.1',
      PUBLIC_URL: 'ftp://x',
      DATABASE_URL: 'x',
      SECRET_KEY: 'x',
      GOOGLE_CLIENT_ID: 'x',
      SMTP_URL: 'x',
      ORGANISERS: 'x',
      TRUST_PROXY: 'x',
      ROLE: 'x',
    },
    '/nowhere',
  );

  expect(faults.length).toBeGreaterThanOrEqual(10);
  expect(faults.filter((sentence) => !/^[A-Z_]+ /.test(sentence))).toEqual([]);
});

test('an interrupted round ends what it has begun, and begins nothing more', async () => {
  const interruption = new AbortController();
  const interrupted = async () => {
    interruption.abort();
    return [ok('ended')];
  };
  const next = async () => [ok('begun')];

  const reports = await lookedAt(
    [
      { title: 'One', settings: [], checks: [interrupted, next] },
      { title: 'Two', settings: [], checks: [next] },
    ],
    ground,
    interruption,
  );

  expect(reports).toEqual([{ title: 'One', findings: [ok('ended')] }]);
});

test('the trial is left out unless it is asked for', async () => {
  const trial = sections.filter(({ title }) => title === 'Trial');

  expect(await lookedAt(trial)).toEqual([]);
});

test('findings stand in columns, wrapped, each mend below its own', () => {
  const findings = [
    ok('Well.'),
    fault('One two three four five six seven eight nine.', 'Do this.'),
  ];

  const text = sectionText({ title: 'Mail', findings }, { columns: 49, hasColours: false });

  expect(text).toBe(`Mail
  ok     Well.
  fault  One two three four five six seven eight
         nine.
         → Do this.
`);
});

test('colours are for a terminal only', () => {
  const report = { title: 'Mail', findings: [ok('Well.')] };

  const [plain, coloured] = [false, true].map((hasColours) =>
    sectionText(report, { columns: 80, hasColours }),
  );

  expect(plain).not.toContain('\u001B');
  expect(coloured).toContain('\u001B[32mok\u001B[0m');
});

test.each([
  [[ok('a')], 'All is well.', false],
  [[ok('a'), note('b')], 'No faults, 1 note.', false],
  [[fault('a', 'b'), fault('a', 'b'), note('c')], '2 faults, 1 note.', true],
])('the last line counts what was found', (findings, words, isFaulty) => {
  const reports = [{ title: 'X', findings }];

  expect(summaryText(reports)).toBe(words);
  expect(hasFaults(reports)).toBe(isFaulty);
  expect(presentReports(reports)).toMatchObject({ ok: !isFaulty });
});

test.each([
  [[], { isJson: false, trial: null }],
  [['--json'], { isJson: true, trial: null }],
  [['--book'], { isJson: false, trial: { handle: null } }],
  [['--book', 'mira'], { isJson: false, trial: { handle: 'mira' } }],
  [['mira'], null],
  [['--what'], null],
])('%j on the command line is %j', (words, options) => {
  expect(readOptions(words)).toEqual(options);
});

async function lookedAt(
  some: readonly Section[],
  at: Ground = ground,
  { signal } = new AbortController(),
): Promise<Report[]> {
  const reports: Report[] = [];
  for await (const report of lookAt(some, at, signal)) reports.push(report);
  return reports;
}
