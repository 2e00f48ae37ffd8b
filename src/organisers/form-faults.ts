// What a form's fields are called, in the order in which they stand on the page; and all its faults above it, in that order.
import type { FieldError } from '../problem.ts';
import { errorSummary } from '../web/components.ts';
import type { Html } from '../web/html.ts';

/** Field name → label. */
export type Labels = ReadonlyMap<string, string>;

export function faultSummary(faults: readonly FieldError[], labels: Labels): Html | false {
  return errorSummary(inPageOrder(faults, labels), (field) => labels.get(field));
}

function inPageOrder(faults: readonly FieldError[], labels: Labels): FieldError[] {
  const places = new Map([...labels.keys()].map((name, place) => [name, place]));
  const placeOf = ({ field }: FieldError) => places.get(field) ?? places.size;
  return faults.toSorted((a, b) => placeOf(a) - placeOf(b));
}
