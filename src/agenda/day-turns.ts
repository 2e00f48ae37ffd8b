// The way from one day to another: the one before, the one after, today, or any.
import { dateOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import { button, buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';

type Shown = { day: number; today: number };

/** Of that day's page. */
export function dayLink({ day, today }: Shown): string {
  return day === today ? '/organiser' : `/organiser?date=${dateOf(day)}`;
}

export function dayTurns({ day, today }: Shown): Html {
  return html`<nav class="row calendar-turns" aria-label="${say('Other days')}">
    <a
      class="arrow arrow-earlier"
      href="${dayLink({ day: day - 1, today })}"
      aria-label="${say('The day before')}"
    ></a>
    <a
      class="arrow arrow-later"
      href="${dayLink({ day: day + 1, today })}"
      aria-label="${say('The day after')}"
    ></a>
    ${day !== today && buttonLink({ label: say('Today'), href: '/organiser', kind: 'quiet' })}
    <form class="row go-to-day" method="get" action="/organiser">
      <label class="visually-hidden" for="go-to-day">${say('Go to a day')}</label>
      <input class="input" id="go-to-day" type="date" name="date" value="${dateOf(day)}" required />
      ${button({ label: say('Go'), kind: 'plain' })}
    </form>
  </nav>`;
}
