// What browsers load: TypeScript modules, with their types stripped once at start-up, and the style sheets as one
// file. Served compressed, at addresses that change with the content, so that browsers may keep them for ever.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context, Middleware } from 'koa';
import { clientWords } from './client-words.ts';
import type { Html } from './html.ts';
import { quarterRows } from './quarter-rows.ts';

type Asset = { type: string; plain: Buffer; gzip: Buffer; br: Buffer };

const folder = new URL('client/', import.meta.url);
const styleSheets = [
  'base.css',
  'components.css',
  'forms.css',
  'calendar.css',
  'booking.css',
  'overlay.css',
  'organiser.css',
  'attendees.css',
  'administration.css',
  'navigation.css',
  'agenda.css',
  'week.css',
  'month.css',
  'today.css',
  'booking-list.css',
  'numbers.css',
  'hours.css',
  'on-behalf.css',
  'event-types.css',
];
const tightest = 11;
/** For what is large and seldom asked for: the start does not wait for it. */
const quick = 5;

const files = loadFiles();
const version = versionOf(files);
const sources = readSources();

export const assets: {
  url(name: string): string;
  /** What the scripts of a page say, as a part of that page. */
  words(scripts: readonly string[]): Html | false;
  middleware: Middleware;
} = {
  url: assetUrl,
  words: (scripts) => clientWords(sources, scripts),
  middleware: serveAsset,
};

/** One version for all, so that imports between the modules stay within it. */
function assetUrl(name: string): string {
  if (!files.has(name)) throw new Error(`There is no asset ${name}.`);
  return `/assets/${version}/${name}`;
}

async function serveAsset(ctx: Context, next: () => Promise<unknown>): Promise<void> {
  const name = /^\/assets\/[\w-]+\/([\w.-]+)$/.exec(ctx.path)?.[1];
  const asset = name === undefined ? undefined : files.get(name);
  if (!asset || !['GET', 'HEAD'].includes(ctx.method)) {
    await next();
    return;
  }
  ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
  ctx.vary('Accept-Encoding');
  ctx.type = asset.type;
  const encoding = ctx.acceptsEncodings('br', 'gzip', 'identity');
  if (encoding === 'br' || encoding === 'gzip') ctx.set('Content-Encoding', encoding);
  ctx.body = encoding === 'br' || encoding === 'gzip' ? asset[encoding] : asset.plain;
}

function loadFiles(): Map<string, Asset> {
  const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return new Map([
    ['site.css', asset('text/css', [...styleSheets.map(readStyleSheet), quarterRows()].join('\n'))],
    ['mark.svg', asset('image/svg+xml', readText('mark.svg'))],
    ...modules.map((name) => [name, asset('text/javascript', readModule(name))] as const),
    ['ical.js', asset('text/javascript', readLibrary(), quick)],
  ]);
}

function readSources(): Map<string, string> {
  const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return new Map(modules.map((name) => [name, readText(name)]));
}

/** Stripped types leave blanks behind; they cost nothing once compressed. A library's name becomes its address. */
function readModule(name: string): string {
  const module = stripTypeScriptTypes(readText(name), { mode: 'strip' });
  return module.replace("from 'ical.js'", "from './ical.js'");
}

/** As it was published, with its notice (MPL-2.0): for calendar files, and loaded with the first of them. */
function readLibrary(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('ical.js'));
  return readFileSync(join(folder, 'ical.min.js'), 'utf8');
}

function readStyleSheet(name: string): string {
  return readText(name)
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\n\s*/g, '\n');
}

function readText(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function asset(type: string, text: string, quality = tightest): Asset {
  const plain = Buffer.from(text);
  const gzip = gzipSync(plain, { level: 9 });
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return { type, plain, gzip, br: brotliCompressSync(plain, { params }) };
}

function versionOf(files: Map<string, Asset>): string {
  const hash = createHash('sha256');
  for (const { plain } of files.values()) hash.update(plain);
  return hash.digest('base64url').slice(0, 10);
}
