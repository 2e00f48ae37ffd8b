// The frame of every page: language, landmarks, the way past the header, the style sheet and the scripts.
import { currentLanguage } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';
import { assets } from './assets.ts';
import { attributes, type Child, type Html, html, raw } from './html.ts';
import { languageChoice } from './language-choice.ts';

export type Page = {
  title: string;
  body: Child;
  /** The one line that every page shows, from Config. */
  notice: (() => string) | null;
  description?: string;
  /** Modules of client/, by file name. */
  scripts?: readonly string[];
  /** narrow: a letter; middle: a form; wide: calendars and tables. */
  width?: 'narrow' | 'middle' | 'wide';
  /** What stands at the top, beside the name: navigation, or nothing. */
  header?: Child;
  /** The id of the form that is being filled in: a choice of language takes along what is typed. */
  typing?: string | undefined;
};

export function page(options: Page): Html {
  const { title, body, notice, description, scripts = [], width = 'middle', header } = options;
  return html`${raw('<!doctype html>')}
    <html lang="${currentLanguage().language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${description && html`<meta${attributes({ name: 'description', content: description })} />`}
        <link rel="stylesheet" href="${assets.url('site.css')}" />
        <link rel="icon" href="${assets.url('mark.svg')}" type="image/svg+xml" />
        ${assets.words(scripts)}
        ${scripts.map((name) => html`<script type="module" src="${assets.url(name)}"></script>`)}
      </head>
      <body class="page page-${width}">
        <a class="skip-link" href="#main">${say('Skip to the content')}</a>
        ${notice && html`<aside class="notice-line" aria-label="${say('About this site')}">${notice()}</aside>`}
        ${header && html`<header class="page-header">${header}</header>`}
        <main id="main" class="page-main" tabindex="-1">${body}</main>
        ${footer(options)}
      </body>
    </html>`;
}

function footer({ typing }: Page): Html {
  return html`<footer class="page-footer">
    ${languageChoice(typing)}
    <span class="mark" aria-hidden="true"></span>
    <span>${say('Scheduled with Quarterhour')}</span>
  </footer>`;
}
