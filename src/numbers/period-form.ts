// Which time is counted: some weeks up to now by one press, or any dates.
import { say } from '../languages/say.ts';
import { button, errorSummary } from '../web/components.ts';
import { textField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { weekChoices } from './numbers-input.ts';
import type { NumbersPage } from './numbers-view.ts';

const address = '/organiser/numbers';
const labels = () =>
  new Map([
    ['from', say('From')],
    ['to', say('To')],
  ]);

export function periodForm({ wish, fields, errors }: NumbersPage): Html {
  const dateField = (name: 'from' | 'to') =>
    textField({
      name,
      label: labels().get(name)!,
      type: 'date',
      value: fields[name],
      error: errors.find(({ field }) => field === name)?.message,
    });
  return html`${errorSummary(errors, (field) => labels().get(field))}
    <div class="numbers-period">
      <nav class="tabs" aria-label="${say('Weeks up to now')}">
        ${weekChoices.map((count) => weeksLink(count, 'weeks' in wish && wish.weeks === count))}
      </nav>
      <form class="numbers-dates" method="get" action="${address}">
        ${dateField('from')} ${dateField('to')} ${button({ label: say('Show'), kind: 'plain' })}
      </form>
    </div>`;
}

function weeksLink(count: number, isCurrent: boolean): Html {
  const own = { href: `${address}?weeks=${count}`, 'aria-current': isCurrent && 'page' };
  return html`<a${attributes(own)}>${say('{count, plural, one {# week} other {# weeks}}', { count })}</a>`;
}
