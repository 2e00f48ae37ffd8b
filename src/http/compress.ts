// Pages and JSON go compressed over the wire; what is compressed already, or tiny, goes as it is.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, Middleware } from 'koa';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const worthwhileBytes = 1024;

/** Quick rather than tight: a page is made anew for each visit. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

export function compress(): Middleware {
  return async function compressAnswer(ctx, next) {
    await next();
    if (!isWorthwhile(ctx)) return;
    ctx.vary('Accept-Encoding');
    const encoding = ctx.acceptsEncodings('br', 'gzip', 'identity');
    if (encoding !== 'br' && encoding !== 'gzip') return;
    const body = ctx.body as string | Buffer;
    ctx.body = encoding === 'br' ? await brotli(body, brotliOptions) : await zip(body);
    ctx.set('Content-Encoding', encoding);
  };
}

function isWorthwhile(ctx: Context): boolean {
  return (
    (typeof ctx.body === 'string' || Buffer.isBuffer(ctx.body)) &&
    ctx.body.length >= worthwhileBytes &&
    /json|text/.test(ctx.response.type) &&
    ctx.method !== 'HEAD' &&
    !ctx.response.get('Content-Encoding')
  );
}
