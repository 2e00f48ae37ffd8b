// The frame of every sandbox page: says plainly that it is the sandbox, works without JavaScript, on a phone, in
// light and dark. Styles that several sandbox pages share stand in page-style.ts.
import { html, raw, type Html } from '../web/html.ts';
import { style } from './page-style.ts';

export type SandboxPage = {
  title: string;
  body: Html;
  /** `narrow` is one card in the middle; `wide` uses the whole window. */
  width?: 'narrow' | 'wide';
  /** Beside the sandbox's mark: links to its other pages. */
  navigation?: Html;
  /** A page's own styles and scripts. */
  head?: Html;
};

export function sandboxPage({ title, body, width, navigation, head }: SandboxPage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Sandbox</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(style)}
        </style>
        ${head}
      </head>
      <body>
        <header class="bar">
          <p class="mark"><strong>Sandbox</strong> <span>pretend, on this machine alone</span></p>
          ${navigation && html`<nav aria-label="Sandbox">${navigation}</nav>`}
        </header>
        <main class="${width ?? 'narrow'}">${body}</main>
      </body>
    </html> `.text;
}
