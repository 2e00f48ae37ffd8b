// The colours that tell event types apart on the organiser's pages. Each has its light and its dark in
// client/event-types.css, where `colour-{name}` sets --colour and --colour-soft.
import { say } from '../languages/say.ts';

/** Neighbours in this order are easily told apart. */
export const colours = [
  'blue',
  'teal',
  'violet',
  'amber',
  'green',
  'pink',
  'olive',
  'red',
  'grey',
] as const;

export type Colour = (typeof colours)[number];

export function colourName(colour: Colour): string {
  return names[colour]();
}

/** The first that none of them has, or the one that the fewest have. */
export function freeColour(taken: readonly Colour[]): Colour {
  const count = (colour: Colour) => taken.filter((other) => other === colour).length;
  return colours.toSorted((one, other) => count(one) - count(other))[0]!;
}

const names: Record<Colour, () => string> = {
  blue: () => say('Blue'),
  teal: () => say('Teal'),
  violet: () => say('Violet'),
  amber: () => say('Amber'),
  green: () => say('Green'),
  pink: () => say('Pink'),
  olive: () => say('Olive'),
  red: () => say('Red'),
  grey: () => say('Grey'),
};
