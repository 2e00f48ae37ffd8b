// The organiser's pages and files with thousands of bookings, against the same ones with ten.
import { createVisitor, type Visitor } from '../organisers/visitor.ts';
import { makeOrganiser } from '../support/makers.ts';
import { addMany, type Many } from '../support/many.ts';
import type { TestService } from '../support/service.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

const thousands = { upcoming: 1000, past: 10_000, people: 1000 };
const ten = { upcoming: 5, past: 5, people: 10 };
const rounds = 15;

/** How much longer each may take: a page shows so much at most, two years of numbers and a file all of it. */
const asked: [name: string, path: string, most?: number][] = [
  ['the day', '/organiser', 4],
  ['the week', '/organiser/calendar', 4],
  ['the month', '/organiser/calendar?view=month', 5],
  ['bookings to come', '/organiser/bookings', 4],
  ['past bookings', '/organiser/bookings/past', 4],
  ['a search for a booking', '/organiser/bookings/past?q=person-7@', 4],
  ['attendees', '/organiser/attendees', 4],
  ['a search for an attendee', '/organiser/attendees?q=person-77', 4],
  ['hours', '/organiser/hours', 3],
  ['why a time is not offered', '/organiser/why?eventType=visit&date=2026-11-24&time=10:00', 3],
  ['twelve weeks of numbers', '/organiser/numbers', 4],
  ['two years of numbers', '/organiser/numbers?from=2025-01-01&to=2026-12-31'],
  ['all bookings as CSV', '/organiser/attendees/bookings.csv'],
];

export async function benchOrganiser(service: TestService): Promise<Figure[]> {
  const many = await open(service, thousands);
  const few = await open(service, ten);
  await service.settle();
  const figures: Figure[] = [];
  for (const [name, path, most] of asked) {
    const value = await slowdown(many, few, path);
    const target = most === undefined ? {} : { target: `at most ${most}`, met: value <= most };
    figures.push({
      name: `${name}, 11,000 bookings against 10`,
      value,
      unit: '× its time',
      ...target,
    });
  }
  return figures;
}

/** One after the other, in turn: what slows one down slows the other. */
async function slowdown(many: Visitor, few: Visitor, path: string): Promise<number> {
  const ratios: number[] = [];
  await many.open(path);
  await few.open(path);
  for (let round = 0; round < rounds; round += 1)
    ratios.push((await timeOf(many, path)) / (await timeOf(few, path)));
  return median(ratios);
}

async function timeOf(visitor: Visitor, path: string): Promise<number> {
  const begin = performance.now();
  const { status } = await visitor.open(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return performance.now() - begin;
}

async function open(service: TestService, many: Many): Promise<Visitor> {
  const made = await makeOrganiser(service, { eventType: { slug: 'visit' } });
  await addMany(service, made, many);
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);
  return visitor;
}
