// How every mail of ours looks: a sentence on top, what it is about, one button, what else there is to know.
// Written once, given as HTML and as text.
import { say } from '../languages/say.ts';
import { html, type Html, raw } from '../web/html.ts';

export type Message = {
  subject: string;
  greeting: string;
  /** What happened, in a sentence or two. */
  lead: string;
  /** Label and value, a line each. */
  facts: readonly (readonly [label: string, value: string])[];
  action?: { label: string; url: string };
  /** Less often wanted than the action. */
  links?: readonly { label: string; url: string }[];
  /** Smaller, below the button. */
  notes: readonly string[];
};

export function messageText({ greeting, lead, facts, action, links = [], notes }: Message): string {
  const factLines = facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  const linkLines = [action, ...links].map((link) => link && `${link.label}:\n${link.url}`);
  return `${[greeting, lead, factLines, ...linkLines, ...notes].filter(Boolean).join('\n\n')}\n`;
}

export function messageHtml(message: Message, locale: string): string {
  const { subject, greeting, lead, facts, action, links = [], notes } = message;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject}</title>
        ${raw(`<style>${styles}</style>`)}
      </head>
      <body>
        <main>
          <p>${greeting}</p>
          <p class="lead">${lead}</p>
          <table role="presentation">
            ${facts.map(factRow)}
          </table>
          ${action && button(action)}
          ${links.map(({ label, url }) => html`<p><a href="${url}">${label}</a></p>`)}
          ${notes.map((note) => html`<p class="note">${note}</p>`)}
        </main>
      </body>
    </html>`.text;
}

function factRow([label, value]: readonly [string, string]): Html {
  return html`<tr>
    <td class="label">${label}</td>
    <td>${value}</td>
  </tr>`;
}

function button({ label, url }: { label: string; url: string }): Html {
  return html`<p><a class="button" href="${url}">${label}</a></p>
    <p class="note">
      ${say('If the button does not work, open this address:')}<br /><a href="${url}">${url}</a>
    </p>`;
}

const styles = `
body { margin: 0; padding: 24px 12px; background: #f5f4f1; color: #1d1c1a; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 520px; margin: 0 auto; padding: 32px; background: #ffffff; border-radius: 14px; }
.lead { font-size: 19px; line-height: 1.4; }
table { border-collapse: collapse; margin: 20px 0; }
td { padding: 4px 0; vertical-align: top; }
.label { color: #66635c; padding-right: 20px; white-space: nowrap; }
.button { display: inline-block; padding: 13px 24px; border-radius: 10px; background: #1f6a52; color: #ffffff; font-weight: 600; text-decoration: none; }
.note { color: #66635c; font-size: 14px; overflow-wrap: anywhere; }
.note a { color: inherit; }
@media (prefers-color-scheme: dark) {
  body { background: #161614; color: #ecebe7; }
  main { background: #21201e; }
  .label, .note { color: #a5a29a; }
  .button { background: #7cc7ab; color: #10231c; }
}`;
