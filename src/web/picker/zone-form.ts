// The zone that times are shown in. A plain list without scripts; client/zone-search.ts makes it searchable.
import { button, hiddenFields } from '../components.ts';
import { zoneText } from '../dates.ts';
import { option } from '../fields.ts';
import { type Html, html } from '../html.ts';
import type { Picker } from './picker.ts';
import { zoneGroups } from './zone-names.ts';

export function zoneForm({ state, timeZone, now }: Picker): Html {
  const { path, timeZone: _, ...others } = state;
  return html`<form class="zone" method="get" action="${path}" data-swap>
    ${hiddenFields(others)}
    <label class="field-label small" for="zone">Time zone</label>
    <div class="zone-row">
      <select class="input" id="zone" name="timeZone" autocomplete="off">
        ${option({ value: timeZone, label: zoneText(timeZone, now) }, timeZone)}
        ${zoneGroups.map(
          ({ region, zones }) =>
            html`<optgroup label="${region}">
              ${zones.map((zone) => option(zone, undefined))}
            </optgroup>`,
        )}
      </select>
      ${button({ label: 'Show', kind: 'plain', extra: { class: 'button without-script' } })}
    </div>
  </form>`;
}
