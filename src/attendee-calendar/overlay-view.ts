// Below the calendar of free times: how an attendee lays the own calendar over them. All of it needs scripts
// (client/overlay.ts), so without them it stays hidden.
import type { Config } from '../config.ts';
import { say } from '../languages/say.ts';
import { button, hiddenFields } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import { googleStart } from './google-start.ts';

export type Overlay = {
  config: Pick<Config, 'attendeeGoogle'>;
  now: Date;
  horizonDays: number;
  /** The page's path, to come back to. */
  path: string;
};

/** A visit may last beyond midnight, and a reader's horizon may end a day after the organiser's. */
const spareDays = 7;

export function overlayPanel({ config, now, horizonDays, path }: Overlay): Html {
  const from = Math.floor(now.getTime() / 60_000);
  const days = horizonDays + spareDays;
  return html`<details
    class="overlay"
    id="overlay"
    hidden
    data-from="${from}"
    data-until="${from + days * 24 * 60}"
  >
    <summary>${say('Compare with your own calendar')}</summary>
    <div class="stack">
      <p>${say('Times at which you are busy get a mark. You can book them all the same.')}</p>
      <div class="row">
        ${config.attendeeGoogle && googleForm(path, days)} ${fileButton()} ${removeButton()}
      </div>
      <p role="status" id="overlay-told"></p>
      <div class="stack soft small">
        ${config.attendeeGoogle && html`<p>${googlePrivacy()}</p>`}
        <p>${filePrivacy()}</p>
      </div>
    </div>
  </details>`;
}

function fileButton(): Html {
  return html`<label class="button">
    ${say('Choose a calendar file')}
    <input
      class="visually-hidden"
      type="file"
      id="overlay-file"
      accept=".ics,.ifb,.ical,text/calendar"
      multiple
    />
  </label>`;
}

function removeButton(): Html {
  const extra = { type: 'button', id: 'overlay-remove', hidden: true };
  return button({ label: say('Remove'), kind: 'quiet', extra });
}

function googleForm(path: string, days: number): Html {
  return html`<form method="post" action="${googleStart}" data-once>
    ${hiddenFields({ back: path, days: String(days) })}
    ${button({ label: say('Lay my Google Calendar over these times'), kind: 'plain' })}
  </form>`;
}

const googlePrivacy = () =>
  say(
    'Google: you will be asked whether we may see when you are busy in your main calendar, not with what. We look once and keep nothing of it; your browser keeps the busy times until you close this tab. The permission can be taken back in your Google account at any time.',
  );
const filePrivacy = () =>
  say(
    'File: most calendars can export one (.ics). You can also drop it anywhere on this page. It is read in your browser and never sent to us; the browser keeps only when you are busy, until you close this tab.',
  );
