// The inbox in the browser: whose mails, one mail, its source and its attachments.
import { Router } from '@koa/router';
import type { Context } from 'koa';
import { ownFormsOnly, sendPage } from '../send-page.ts';
import { inboxBody } from './inbox-page.ts';
import type { Inbox } from './inbox.ts';
import { mailBody, viewOf } from './mail-page.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { Attachment, Message } from './message.ts';

export function inboxRoutes(inbox: Inbox, mailboxes: Mailboxes): Router {
  const router = new Router({ prefix: '/inbox' });
  router.use(ownFormsOnly);
  router.get('/', (ctx) => showInbox(ctx, inbox, mailboxes));
  router.get('/version', (ctx) => {
    ctx.body = versionOf(inbox);
  });
  router.post('/empty', (ctx) => {
    inbox.clear();
    ctx.status = 303;
    ctx.redirect('/inbox');
  });
  router.get('/:id', (ctx) => showMail(ctx, inbox, mailboxes));
  router.get('/:id/source.eml', (ctx) => {
    const message = inbox.find(ctx.params['id']!);
    if (message)
      send(ctx, { name: `${message.id}.eml`, type: 'message/rfc822', content: message.raw });
  });
  router.get('/:id/attachments/:number', (ctx) => {
    const attachment = attachmentOf(inbox.find(ctx.params['id']!), ctx.params['number']!);
    if (attachment) send(ctx, attachment);
  });
  return router;
}

function showInbox(ctx: Context, inbox: Inbox, mailboxes: Mailboxes): void {
  const { to } = ctx.query;
  const chosen = typeof to === 'string' && to.trim() !== '' ? to.trim().toLowerCase() : null;
  sendPage(ctx, {
    title: chosen === null ? 'Inbox' : `Inbox of ${chosen}`,
    body: inboxBody({ messages: inbox.messages(), chosen, mailboxes, version: versionOf(inbox) }),
    styles: ['inbox.css'],
    scripts: ['live.ts'],
  });
}

function showMail(ctx: Context, inbox: Inbox, mailboxes: Mailboxes): void {
  const message = inbox.find(ctx.params['id'] as string);
  if (!message) return;
  sendPage(ctx, {
    title: message.subject || 'No subject',
    body: mailBody(message, viewOf(message, ctx.query['show']), mailboxes),
    styles: ['inbox.css'],
  });
}

function versionOf(inbox: Inbox): string {
  const messages = inbox.messages();
  return `${messages.length}-${messages.at(-1)?.receivedAt.getTime() ?? 0}`;
}

function attachmentOf(message: Message | null, number: string): Attachment | undefined {
  return message?.attachments[Number(number) - 1];
}

/** Always saved, never shown: what came by mail must not run at this origin. */
function send(
  ctx: Context,
  { name, type, content }: Pick<Attachment, 'name' | 'type' | 'content'>,
) {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', "sandbox; default-src 'none'");
  ctx.attachment(name);
  ctx.type = type;
  ctx.body = content;
}
