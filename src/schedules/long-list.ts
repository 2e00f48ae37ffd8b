// A list of which the first rows are in sight, and the others one press away.
import { say } from '../languages/say.ts';
import { type Html, html } from '../web/html.ts';

const inSight = 8;

export function longList(rows: readonly Html[]): Html | false {
  if (rows.length === 0) return false;
  const rest = rows.slice(inSight);
  return html`<ul class="entries">
      ${rows.slice(0, inSight)}
    </ul>
    ${
      rest.length > 0 &&
      html`<details class="details">
        <summary>
          ${say('{count, plural, one {# more} other {# more}}', { count: rest.length })}
        </summary>
        <ul class="entries">
          ${rest}
        </ul>
      </details>`
    }`;
}
