// `/`: nobody's page. Says what this is, and where to go from here.
import { Router } from '@koa/router';
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { page } from '../web/layout.ts';
import { sendSteadyPage } from '../web/send-page.ts';

export function homePage({ config }: Parts): Router {
  const router = new Router();
  router.get('/', (ctx) => sendSteadyPage(ctx, home(config)));
  return router;
}

function home(config: Config): Html {
  return page({
    title: 'Quarterhour',
    description: say('Appointments, booked at a time that is really free.'),
    notice: config.notice,
    width: 'narrow',
    body: html`<article class="card letter">
      <h1>Quarterhour</h1>
      <p>${say('Here people offer their free time, and others book it.')}</p>
      <p>
        ${say('You need the link of whoever you want to book with. If you have booked already, the mail about it leads to your appointment.')}
      </p>
      <p>${buttonLink({ label: say('I offer appointments'), href: '/organiser' })}</p>
    </article>`,
  });
}
