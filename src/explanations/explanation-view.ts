// The answer: offered, or every reason why not, each with the place where it can be changed.
import { say, sayHtml } from '../languages/say.ts';
import { dayWords, momentWords, timeWords } from '../organisers/day-words.ts';
import { listText } from '../schedules/hours-words.ts';
import { badge, notice } from '../web/components.ts';
import { lengthText, offsetText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { clockWords, endsWords } from './clock-words.ts';
import { eventTypePath, reasonWords } from './reason-words.ts';
import type { Explanation } from './reason.ts';
import type { WallTime } from './wall-time.ts';

export type Question = { eventType: string; durationMinutes?: string; date: string; time: string };
export type Answer = { explanation: Explanation; wall: WallTime; question: Question };

export function answerCard({ explanation, wall, question }: Answer): Html {
  const { startsAt, endsAt, timeZone, now, reasons } = explanation;
  const isOffered = reasons.length === 0;
  return html`<section class="card stack" aria-labelledby="answer">
    <div>
      <h2 id="answer">
        ${dayWords(startsAt, now, timeZone)}, ${timeWords(startsAt, endsAt, timeZone)}
      </h2>
      <p class="soft">${subjectWords(explanation)}</p>
    </div>
    <p>
      ${isOffered ? badge(say('It is offered'), 'success') : badge(countWords(reasons.length), 'warning')}
    </p>
    ${clockNote(wall, question, explanation)} ${isOffered && offeredWords(explanation)}
    ${!isOffered && reasonList(explanation)} ${nearestList(explanation)}
  </section>`;
}

function countWords(count: number): string {
  return say('Not offered, for {count, plural, one {one reason} other {# reasons}}', { count });
}

/** "Visit · 30 minutes · would keep your time from 09:50 to 10:45, with its buffers" */
function subjectWords({ eventType, blocked, timeZone }: Explanation): string {
  const { title, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = eventType;
  const hasBuffers = bufferBeforeMinutes + bufferAfterMinutes > 0;
  const kept = say(
    'would keep your time from {from} to {to}, with its buffers',
    endsWords(blocked, timeZone),
  );
  return [title, lengthText(durationMinutes), ...(hasBuffers ? [kept] : [])].join(' · ');
}

function offeredWords({ eventType: { slug, title, visibility } }: Explanation): Html {
  const eventType = title;
  const link = (inner: Html) => html`<a href="${eventTypePath(slug)}">${inner}</a>`;
  const links = (inner: Html) => html`<a href="${eventTypePath(slug)}/links">${inner}</a>`;
  switch (visibility) {
    case 'public':
      return html`<p>
        ${say('Whoever opens the link of “{eventType}” can book it.', { eventType })}
      </p>`;
    case 'unlisted':
      return html`<p>
        ${sayHtml('Whoever knows the link of <link>“{eventType}”</link> can book it: your own page does not show it.', { eventType, link })}
      </p>`;
    case 'secret':
      return html`<p>
        ${sayHtml('Whoever has one of the <links>secret links</links> of “{eventType}” can book it, and nobody else.', { eventType, links })}
      </p>`;
  }
}

function reasonList(explanation: Explanation): Html {
  return html`<ol class="reasons">
    ${explanation.reasons.map((reason) => {
      const { title, sentence, todo } = reasonWords(reason, explanation);
      return html`<li>
        <h3>${title}</h3>
        <p>${sentence}</p>
        ${todo && html`<p><a href="${todo.href}">${todo.label}</a></p>`}
      </li>`;
    })}
  </ol>`;
}

function nearestList({ nearest, timeZone, eventType }: Explanation): Child {
  if (nearest.length === 0) return null;
  const times = listText(nearest.map(({ startsAt }) => momentWords(startsAt, timeZone)));
  return html`<p>
    ${say('Nearest times on offer for “{eventType}”: {times}.', { eventType: eventType.title, times })}
  </p>`;
}

function clockNote(wall: WallTime, question: Question, { startsAt, timeZone }: Explanation): Child {
  const { time } = question;
  const other = clockWords(startsAt, timeZone);
  if (wall.isSkipped)
    return notice({
      body: say('Clocks go forward on that day, and {time} is skipped: this is about {other}.', {
        time,
        other,
      }),
    });
  if (wall.again === null) return null;
  const offset = offsetText(timeZone, startsAt);
  const isFirst = startsAt.getTime() === wall.startsAt.getTime();
  const query = new URLSearchParams({ ...question, ...(isFirst && { again: '1' }) });
  const link = (inner: Html) => html`<a href="/organiser/why?${query.toString()}">${inner}</a>`;
  const told = { time, offset, link };
  return notice({
    body: isFirst
      ? sayHtml(
          'Clocks go back on that day, and show {time} twice: this is about the first ({offset}). <link>Ask about the second</link>',
          told,
        )
      : sayHtml(
          'Clocks go back on that day, and show {time} twice: this is about the second ({offset}). <link>Ask about the first</link>',
          told,
        ),
  });
}
