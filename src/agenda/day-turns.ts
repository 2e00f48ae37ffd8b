// The way from one day to another: the one before, the one after, today, or any.
import { dateOf } from '../availability/dates.ts';
import { say } from '../languages/say.ts';
import { button, buttonLink } from '../web/components.ts';
import { type Html, html } from '../web/html.ts';
import type { OwnDay } from './gather-day.ts';

export function dayTurns({ day, today }: Pick<OwnDay, 'day' | 'today'>): Html {
  const link = (to: number) => `/organiser?date=${dateOf(to)}`;
  return html`<nav class="row calendar-turns" aria-label="${say('Other days')}">
    <a
      class="arrow arrow-earlier"
      href="${link(day - 1)}"
      aria-label="${say('The day before')}"
    ></a>
    ${day !== today && buttonLink({ label: say('Today'), href: '/organiser', kind: 'quiet' })}
    <a class="arrow arrow-later" href="${link(day + 1)}" aria-label="${say('The day after')}"></a>
    <form class="row go-to-day" method="get" action="/organiser">
      <label class="visually-hidden" for="go-to-day">${say('Go to a day')}</label>
      <input id="go-to-day" type="date" name="date" value="${dateOf(day)}" />
      ${button({ label: say('Go'), kind: 'quiet' })}
    </form>
  </nav>`;
}
