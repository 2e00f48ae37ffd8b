// What browsers may do with our pages: run our own scripts and styles, show them in no foreign frame, tell no other site
// the address (links hold tokens).
import type { Middleware } from 'koa';
import helmet from 'koa-helmet';

export function securityHeaders(publicUrl: string): Middleware {
  const isHttps = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    // the last one that a browser knows; why not the first, same-origin.ts says
    referrerPolicy: { policy: ['no-referrer', 'same-origin'] },
    strictTransportSecurity: isHttps,
  });
}
