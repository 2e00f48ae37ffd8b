// POST /google/notifications: Google's push messages. All that they say is in their headers; nothing is read of a body.
import { Router, type RouterContext } from '@koa/router';
import type { Middleware } from 'koa';
import { z } from 'zod';
import type { Parts } from '../../parts.ts';
import { isProven, type Notification, receiveNotification } from './receive-notification.ts';

const uuid = z.uuid();

/**
 * Google's bursts come from few addresses and must not be cut by a limit per client: only messages that do not prove
 * themselves are counted. What proves itself is bounded by what Google sends, and costs a few short statements.
 */
export function notificationRoutes(parts: Parts, limit: Middleware): Router {
  const router = new Router();
  router.post('/google/notifications', async (ctx) => {
    const notification = readNotification(ctx);
    if (!isProven(parts, notification)) await limit(ctx, async () => {});
    await receiveNotification(parts, notification);
    ctx.status = 204;
  });
  return router;
}

function readNotification(ctx: RouterContext): Notification {
  const channelId = uuid.safeParse(ctx.get('X-Goog-Channel-ID'));
  return {
    channelId: channelId.success ? channelId.data : null,
    token: ctx.get('X-Goog-Channel-Token'),
    resourceId: ctx.get('X-Goog-Resource-ID'),
    isGreeting: ctx.get('X-Goog-Resource-State') === 'sync',
    number: numberOf(ctx.get('X-Goog-Message-Number')),
    expiresAt: instantOf(ctx.get('X-Goog-Channel-Expiration')),
  };
}

function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** An HTTP date, unlike everywhere else at Google. */
function instantOf(text: string): Date | null {
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
