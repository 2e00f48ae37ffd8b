// npm run bench: every figure that the README claims, each a ratio or a bound within this one run.
import { startBenchService } from './bench-service.ts';
import { benchEngine } from './engine.ts';
import type { Figure } from './figure.ts';
import { benchFollowing } from './following.ts';
import { benchHolds } from './holds.ts';
import { benchOrganiser } from './organiser.ts';
import { benchRaces } from './races.ts';
import { benchSlots } from './slots.ts';
import { benchStart } from './start.ts';

const chosen = process.argv.slice(2);
const figures: Figure[] = [];

if (isChosen('engine')) figures.push(...(await benchEngine()));
if (isChosen('start')) figures.push(...(await benchStart()));
if (['slots', 'holds', 'races', 'organiser'].some(isChosen))
  figures.push(...(await benchService()));
if (isChosen('following')) figures.push(...(await benchFollowing()));

for (const figure of figures) console.log(line(figure));
process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0;

async function benchService(): Promise<Figure[]> {
  const service = await startBenchService();
  try {
    return [
      ...(isChosen('slots') ? await benchSlots(service) : []),
      ...(isChosen('holds') ? await benchHolds(service) : []),
      ...(isChosen('races') ? await benchRaces(service) : []),
      ...(isChosen('organiser') ? await benchOrganiser(service) : []),
    ];
  } finally {
    await service.close();
  }
}

function isChosen(name: string): boolean {
  return chosen.length === 0 || chosen.includes(name);
}

function line({ name, value, unit, target, met }: Figure): string {
  const verdict = met === undefined ? '' : met ? '  met' : '  MISSED';
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return `${name.padEnd(72)} ${String(rounded).padStart(8)} ${unit.padEnd(22)} ${target ?? ''}${verdict}`;
}
