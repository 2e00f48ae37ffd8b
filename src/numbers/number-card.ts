// One picture with its table beside it and its file.
import { say, sayHtml } from '../languages/say.ts';
import { unseen } from '../web/components.ts';
import { type Child, type Html, html } from '../web/html.ts';
import { withQuery } from '../web/picker/links.ts';
import { datesOf } from './days.ts';
import type { Numbers } from './gather-numbers.ts';
import { type TableName, tableOf } from './number-tables.ts';

export type NumberCard = { name: TableName; title: string; picture: Child };

export function numberCard({ name, title, picture }: NumberCard, numbers: Numbers): Html {
  return html`<section class="card stack" aria-labelledby="numbers-${name}">
    <h2 id="numbers-${name}">${title}</h2>
    ${picture}
    <div class="numbers-more">
      <details class="details">
        <summary>${sayHtml('As a table<unseen>: {title}</unseen>', { title, unseen })}</summary>
        ${tableView(name, title, numbers)}
      </details>
      ${fileLink(name, title, numbers)}
    </div>
  </section>`;
}

export function fileLink(name: TableName, title: string, numbers: Numbers): Html {
  return html`<p>
    <a href="${fileAddress(name, numbers)}"
      >${sayHtml('CSV file<unseen>: {title}</unseen>', { title, unseen })}</a
    >
  </p>`;
}

export function tableView(name: TableName, title: string, numbers: Numbers): Html {
  const { head, rows } = tableOf(name, numbers);
  const label = say('{title}, as a table', { title });
  return html`<div class="table-wide" role="region" aria-label="${label}" tabindex="0">
    <table class="table">
      <thead>
        <tr>
          ${head.map((label) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function fileAddress(name: TableName, { days }: Numbers): string {
  return withQuery(`/organiser/numbers/${name}.csv`, datesOf(days));
}
