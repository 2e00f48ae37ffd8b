// The answer: offered, or every reason why not, each with the place where it can be changed.
import { dayWords, momentWords, timeWords } from '../organisers/day-words.ts';
import { badge, notice } from '../web/components.ts';
import { offsetText, timeText } from '../web/dates.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { reasonWords } from './reason-words.ts';
import type { Explanation, Reason } from './reason.ts';
import { spanWords } from './span-words.ts';
import type { WallTime } from './wall-time.ts';

export type Question = { eventType: string; date: string; time: string };
export type Answer = { explanation: Explanation; wall: WallTime; question: Question };

export function answerCard({ explanation, wall, question }: Answer): Html {
  const { eventType, startsAt, endsAt, timeZone, now, reasons } = explanation;
  const isOffered = reasons.length === 0;
  return html`<section class="card stack" aria-labelledby="answer">
    <div>
      <h2 id="answer">
        ${dayWords(startsAt, now, timeZone)}, ${timeWords(startsAt, endsAt, timeZone)}
      </h2>
      <p class="soft">${eventType.title}${bufferNote(explanation)}</p>
    </div>
    <p>${isOffered ? badge('It is offered', 'success') : badge(countWords(reasons), 'warning')}</p>
    ${clockNote(wall, question, explanation)} ${isOffered && offeredWords(explanation)}
    ${!isOffered && reasonList(explanation)} ${hiddenNote(explanation)} ${nearestList(explanation)}
  </section>`;
}

function countWords(reasons: readonly Reason[]): string {
  return reasons.length === 1
    ? 'Not offered, for one reason'
    : `Not offered, for ${reasons.length} reasons`;
}

function bufferNote({ eventType, blocked, timeZone }: Explanation): string {
  const { bufferBeforeMinutes, bufferAfterMinutes } = eventType;
  if (bufferBeforeMinutes + bufferAfterMinutes === 0) return '';
  return ` · would keep your time ${spanWords(blocked, timeZone)}, with its buffers`;
}

function offeredWords({ eventType }: Explanation): Html {
  return eventType.isHidden
    ? html``
    : html`<p>Whoever opens the link of “${eventType.title}” can book it.</p>`;
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

function hiddenNote({ eventType, reasons }: Explanation): Child {
  if (!eventType.isHidden) return null;
  const also = reasons.length === 0 ? 'It is offered, but only' : 'Besides, it is offered only';
  return notice({
    title: 'The event type is hidden',
    body: html`${also} to those who know its link: your own page does not show it.
      <a href="/organiser/event-types/${encodeURIComponent(eventType.slug)}"
        >Change “${eventType.title}”</a
      >`,
  });
}

function nearestList({ nearest, timeZone, eventType }: Explanation): Child {
  if (nearest.length === 0) return null;
  return html`<p>
    Nearest times on offer for “${eventType.title}”:
    ${new Intl.ListFormat('en').format(nearest.map(({ startsAt }) => momentWords(startsAt, timeZone)))}.
  </p>`;
}

function clockNote(wall: WallTime, question: Question, { startsAt, timeZone }: Explanation): Child {
  const time = timeText(startsAt, { timeZone, clock: '24' });
  if (wall.isSkipped)
    return notice({
      body: `Clocks go forward on that day, and ${question.time} is skipped: this is about ${time}.`,
    });
  if (wall.again === null) return null;
  const isFirst = startsAt.getTime() === wall.startsAt.getTime();
  const query = new URLSearchParams({ ...question, ...(isFirst && { again: '1' }) });
  return notice({
    body: html`Clocks go back on that day, and show ${question.time} twice: this is about the
      ${isFirst ? 'first' : 'second'} (${offsetText(timeZone, startsAt)}).
      <a href="/organiser/why?${query.toString()}"
        >Ask about the ${isFirst ? 'second' : 'first'}</a
      >`,
  });
}
