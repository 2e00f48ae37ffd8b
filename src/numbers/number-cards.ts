// Each picture: what it shows, told in words too.
import { say } from '../languages/say.ts';
import { listText } from '../schedules/hours-words.ts';
import { type Html, html } from '../web/html.ts';
import { barChart } from './bar-chart.ts';
import type { Numbers } from './gather-numbers.ts';
import { heatMap, hoursShown } from './heat-map.ts';
import { fileLink, numberCard, tableView } from './number-card.ts';
import { countText, hourText, leadText, shortDate, shortLeadText } from './number-words.ts';

export function pictureCards(numbers: Numbers): Html[] {
  return [weeksCard, heatCard, lossCard, leadCard, hoursCard].map((card) => card(numbers));
}

/** No picture: its table says it all. */
export function kindsCard(numbers: Numbers): Html | false {
  if (numbers.perKind.length === 0) return false;
  const title = say('By event type');
  return html`<section class="card stack" aria-labelledby="numbers-event-types">
    <h2 id="numbers-event-types">${title}</h2>
    ${tableView('event-types', title, numbers)} ${fileLink('event-types', title, numbers)}
  </section>`;
}

function weeksCard(numbers: Numbers): Html {
  const { perWeek } = numbers;
  const title = say('Bookings per week');
  const most = perWeek.toSorted((a, b) => b.booked - a.booked)[0]!;
  const picture = barChart({
    id: 'chart-weeks',
    title,
    description: say(
      'One bar a week. Most were kept, or are to come, in the week from {date}: {count}.',
      { date: shortDate(most.monday), count: most.booked },
    ),
    series: [
      { look: 'main', name: say('Kept or to come') },
      { look: 'amber', name: say('Did not come') },
      { look: 'faint', name: say('Cancelled') },
    ],
    bars: perWeek.map(({ monday, booked, noShows, cancelled }) => ({
      label: shortDate(monday),
      values: [booked, noShows, cancelled],
    })),
  });
  return numberCard({ name: 'weeks', title, picture }, numbers);
}

function heatCard(numbers: Numbers): Html {
  const { cells } = numbers;
  const title = say('How full your open hours are');
  const note = say(
    'By the hours as they are now, up to this moment; cancelled bookings do not count.',
  );
  const what = say('Percent of the open time that is booked, by weekday and hour.');
  const picture = html`<p class="soft small">${what} ${note}</p>
    ${
      hoursShown(cells).length === 0
        ? html`<p class="soft">${say('No open hour of this time is past yet.')}</p>`
        : heatMap(cells, { title, description: `${what} ${note}` })
    }`;
  return numberCard({ name: 'open-hours', title, picture }, numbers);
}

function lossCard(numbers: Numbers): Html {
  const { perWeek } = numbers;
  const title = say('No-shows and cancellations');
  const picture = barChart({
    id: 'chart-losses',
    title,
    description: lossWords(perWeek),
    series: [
      { look: 'amber', name: say('Did not come') },
      { look: 'main', name: say('Cancelled by attendees') },
      { look: 'faint', name: say('Cancelled by you or in Google') },
    ],
    bars: perWeek.map(({ monday, noShows, cancelled, cancelledByAttendee }) => ({
      label: shortDate(monday),
      values: [noShows, cancelledByAttendee, cancelled - cancelledByAttendee],
    })),
  });
  return numberCard({ name: 'losses', title, picture }, numbers);
}

function lossWords(perWeek: Numbers['perWeek']): string {
  const sum = (field: 'noShows' | 'cancelled' | 'cancelledByAttendee') =>
    perWeek.reduce((total, week) => total + week[field], 0);
  return say(
    'One bar a week. Did not come: {noShows}; cancelled by attendees: {byAttendees}; cancelled by you or in Google: {byOthers}.',
    {
      noShows: countText(sum('noShows')),
      byAttendees: countText(sum('cancelledByAttendee')),
      byOthers: countText(sum('cancelled') - sum('cancelledByAttendee')),
    },
  );
}

function leadCard(numbers: Numbers): Html {
  const { leadTimes } = numbers;
  const title = say('How far ahead people book');
  const counts = leadTimes.map((lead) => `${leadText(lead)}: ${countText(lead.count)}`);
  const picture = barChart({
    id: 'chart-lead',
    title,
    description: listText(counts),
    series: [{ look: 'main', name: say('Bookings') }],
    bars: leadTimes.map((lead) => ({ label: shortLeadText(lead), values: [lead.count] })),
  });
  return numberCard({ name: 'lead-times', title, picture }, numbers);
}

function hoursCard(numbers: Numbers): Html {
  const title = say('Busiest hours');
  const hours = numbers.perHour.filter(({ count }) => count > 0).map(({ hour }) => hour);
  const first = Math.min(...hours);
  const shown = numbers.perHour.filter(({ hour }) => first <= hour && hour <= Math.max(...hours));
  const busiest = shown.toSorted((a, b) => b.count - a.count)[0];
  const picture = barChart({
    id: 'chart-hours',
    title,
    description: busiest
      ? say('Most appointments, {count}, start from {time} on.', {
          count: countText(busiest.count),
          time: hourText(busiest.hour),
        })
      : say('No appointments.'),
    series: [{ look: 'main', name: say('Appointments') }],
    bars: shown.map(({ hour, count }) => ({ label: hourText(hour), values: [count] })),
  });
  return numberCard({ name: 'starts', title, picture }, numbers);
}
