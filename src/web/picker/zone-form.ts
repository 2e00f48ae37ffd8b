// The zone that times are shown in. A plain list without scripts; client/zone-search.ts makes it searchable.
import { say } from '../../languages/say.ts';
import { button, hiddenFields } from '../components.ts';
import { type Html, html } from '../html.ts';
import type { Picker } from './picker.ts';
import { zoneOptions } from './zone-options.ts';

export function zoneForm({ state, timeZone, now, unknownZone }: Picker): Html {
  const { path, timeZone: _, ...others } = state;
  return html`<form class="zone" method="get" action="${path}" data-swap>
    ${hiddenFields(others)}
    <label class="field-label small" for="zone">${say('Time zone')}</label>
    <div class="zone-row">
      <select class="input" id="zone" name="timeZone" autocomplete="off">
        ${zoneOptions(timeZone, now)}
      </select>
      ${button({ label: say('Show'), kind: 'plain', extra: { class: 'button without-script' } })}
    </div>
    <p class="zone-told small" id="zone-told" role="status">
      ${unknownZone && say('There is no time zone “{unknownZone}”. Please choose one.', { unknownZone })}
    </p>
  </form>`;
}
