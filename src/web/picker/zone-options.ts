// The zones to choose from, each with its country and what its clocks say now: "Berlin, Germany (GMT+1)".
import { currentLanguage } from '../../languages/current-language.ts';
import { say } from '../../languages/say.ts';
import { countryOf } from '../countries.ts';
import { offsetText } from '../dates.ts';
import { option } from '../fields.ts';
import { type Html, html } from '../html.ts';
import { placeOf, type ZoneGroup, zoneGroups } from './zone-names.ts';

/** Offsets change on a quarter of an hour, if at all. */
const goodForMs = 900_000;

let kept: { quarter: number; groups: Map<string, Html> } = { quarter: 0, groups: new Map() };

/** Those of the chosen zone's region are written anew, the others kept: they are the same for everybody. */
export function zoneOptions(chosen: string, now: Date): Html[] {
  const quarter = Math.floor(now.getTime() / goodForMs);
  if (kept.quarter !== quarter) kept = { quarter, groups: new Map() };
  const own = zoneGroups.find(({ zones }) => zones.includes(chosen));
  const groups = zoneGroups.map((group) =>
    group === own ? groupOptions(group, now, chosen) : keptOptions(group, now),
  );
  return own ? groups : [zoneOption(chosen, now, chosen), ...groups];
}

/** "Kathmandu, Nepal (GMT+5:45)"; a city that bears its country's name bears it once. */
export function zoneLabel(zone: string, now: Date): string {
  const place = placeOf(zone);
  const country = countryOf(zone);
  const where = country === null || country === place ? place : `${place}, ${country}`;
  return `${where} (${offsetText(zone, now)})`;
}

function keptOptions(group: ZoneGroup, now: Date): Html {
  const key = `${currentLanguage().language} ${group.region}`;
  const options = kept.groups.get(key) ?? groupOptions(group, now);
  kept.groups.set(key, options);
  return options;
}

function groupOptions({ region, zones }: ZoneGroup, now: Date, chosen?: string): Html {
  return html`<optgroup label="${regionNames[region]?.() ?? region}">
    ${zones.map((zone) => zoneOption(zone, now, chosen))}
  </optgroup>`;
}

/** As IANA parts the world. */
const regionNames: Record<string, () => string> = {
  Africa: () => say('Africa'),
  America: () => say('America'),
  Antarctica: () => say('Antarctica'),
  Arctic: () => say('Arctic'),
  Asia: () => say('Asia'),
  Atlantic: () => say('Atlantic'),
  Australia: () => say('Australia'),
  Europe: () => say('Europe'),
  Indian: () => say('Indian Ocean'),
  Pacific: () => say('Pacific'),
  World: () => say('World'),
};

function zoneOption(zone: string, now: Date, chosen: string | undefined): Html {
  return option({ value: zone, label: zoneLabel(zone, now) }, chosen);
}
