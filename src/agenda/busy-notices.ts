// Said where Google's busy times are not known, or not as far as what is shown: time without a mark is not therefore free.
import { say } from '../languages/say.ts';
import { notice } from '../web/components.ts';
import { dateText } from '../web/dates.ts';
import { type Html, html } from '../web/html.ts';

export function unknownBusyNotice(): Html {
  return notice({
    kind: 'warning',
    body: say(
      'Google’s busy times are not known just now, so they are missing here. Time without a mark is not therefore free.',
    ),
  });
}

/** @param until how far Google is asked at all */
export function beyondReachNote(until: Date, timeZone: string): Html {
  const date = dateText(until, { timeZone });
  return html`<p class="soft small">
    ${say('Busy times are known until {date}: nothing can be booked after that yet.', { date })}
  </p>`;
}
