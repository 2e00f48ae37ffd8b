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
    if (!isVarying(ctx)) return;
    ctx.vary('Accept-Encoding');
    weakenTag(ctx);
    const encoding = ctx.acceptsEncodings('br', 'gzip', 'identity');
    if (ctx.method === 'HEAD' || !isText(ctx) || (encoding !== 'br' && encoding !== 'gzip')) return;
    ctx.body = encoding === 'br' ? await brotli(ctx.body, brotliOptions) : await zip(ctx.body);
    ctx.set('Content-Encoding', encoding);
  };
}

/** An answer whose bytes depend on what the browser unpacks; 304 stands for one, with the same headers. */
function isVarying(ctx: Context): boolean {
  if (ctx.status === 304) return true;
  return (
    isText(ctx) &&
    ctx.body.length >= worthwhileBytes &&
    /json|text/.test(ctx.response.type) &&
    !ctx.response.get('Content-Encoding')
  );
}

/** A strong tag would promise the same bytes to everybody. */
function weakenTag(ctx: Context): void {
  const tag = ctx.response.get('ETag');
  if (tag && !tag.startsWith('W/')) ctx.set('ETag', `W/${tag}`);
}

function isText(ctx: Context): ctx is Context & { body: string | Buffer } {
  return typeof ctx.body === 'string' || Buffer.isBuffer(ctx.body);
}
