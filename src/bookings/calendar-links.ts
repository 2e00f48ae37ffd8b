// "Add to calendar": a file for any calendar, and the two that take an address.
import { say } from '../languages/say.ts';
import { type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { locationOf } from './booking-invite.ts';
import type { ManagePage } from './manage-view.ts';

export function calendarLinks(view: ManagePage): Html {
  return html`<div class="stack">
    <h2 class="small-title">${say('Add to your calendar')}</h2>
    <div class="add-links">
      <a class="button" href="/api${view.path}/invite.ics">${say('Calendar file')}</a>
      <a class="button" href="${googleLink(view)}" rel="noopener" target="_blank">Google</a>
      <a class="button" href="${outlookLink(view)}" rel="noopener" target="_blank">Outlook</a>
    </div>
  </div>`;
}

function googleLink(view: ManagePage): string {
  const { booking } = view;
  const dates = [booking.startsAt, booking.endsAt].map(compact).join('/');
  const { text, details, location } = words(view);
  const query = { action: 'TEMPLATE', text, dates, details, location };
  return withQuery('https://calendar.google.com/calendar/render', query);
}

function outlookLink(view: ManagePage): string {
  const { startsAt, endsAt } = view.booking;
  const { text, details, location } = words(view);
  return withQuery('https://outlook.live.com/calendar/0/action/compose', {
    rru: 'addevent',
    subject: text,
    body: details,
    location,
    startdt: startsAt.toISOString(),
    enddt: endsAt.toISOString(),
  });
}

function words({ config, organiser, eventType, path }: ManagePage) {
  return {
    text: say('{eventType} with {organiser}', {
      eventType: eventType.title,
      organiser: organiser.name,
    }),
    details: say('Move or cancel: {address}', { address: `${config.publicUrl}${path}` }),
    location: locationOf(eventType.place) ?? undefined,
  };
}

/** 20261124T090000Z */
function compact(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
