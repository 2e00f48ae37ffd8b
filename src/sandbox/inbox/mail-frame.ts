// A mail's HTML in a frame of its own: it may be seen and its links followed, in the whole window or a new one. It can
// run no script, send no form, reach no page here (no allow-scripts, no allow-forms, no allow-same-origin; the page's
// content security policy is inherited by srcdoc).
import { html, type Html } from '../../web/html.ts';
import type { Message } from './message.ts';

const allowed =
  'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

export function mailFrame(message: Message): Html {
  return html`<iframe
    class="frame"
    title="The mail"
    sandbox="${allowed}"
    srcdoc="${`<base target="_top">${withPictures(message)}`}"
  ></iframe>`;
}

/** `cid:` names another part of the same mail. */
function withPictures({ html: content, attachments }: Message): string {
  return content.replaceAll(/\bcid:([^"'\s)>]+)/g, (reference, contentId: string) => {
    const part = attachments.find((attachment) => attachment.contentId === contentId);
    return part ? `data:${part.type};base64,${part.content.toString('base64')}` : reference;
  });
}
