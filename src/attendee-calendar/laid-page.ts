// Between Google and the free times: hands the busy times to the browser, which keeps them for the visit and goes on at
// once (client/overlay-return.ts).
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import { buttonLink } from '../web/components.ts';
import { type Html, html, json } from '../web/html.ts';
import { page } from '../web/layout.ts';

export type Laid = { busy: Int32Array; until: number; back: string };

export function laidPage({ notice }: Pick<Config, 'notice'>, { busy, until, back }: Laid): Html {
  const extra = { id: 'overlay-back' };
  return page({
    title: say('Your calendar is being laid over the times'),
    notice,
    width: 'narrow',
    scripts: ['overlay-return.ts'],
    body: html`<article class="card letter">
      <h1>${say('One moment')}</h1>
      <p>${say('Your Google Calendar is being laid over the times.')}</p>
      ${buttonLink({ label: say('Go on to the times'), href: back, kind: 'primary', extra })}
      <script type="application/json" id="overlay-busy">
        ${json({ busy: [...busy], until })}
      </script>
    </article>`,
  });
}
