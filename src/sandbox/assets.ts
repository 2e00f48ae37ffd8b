// What the sandbox's pages load: the TypeScript and CSS of client/, with types stripped once at start-up. Neither
// compressed nor cached for long: it never leaves this machine.
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';
import { Router } from '@koa/router';

const folder = new URL('client/', import.meta.url);
const types: Record<string, string> = { '.ts': 'text/javascript', '.css': 'text/css' };

const files = new Map(
  readdirSync(folder)
    .filter((name) => extname(name) in types)
    .map((name) => [name, read(name)]),
);

export function assetUrl(name: string): string {
  if (!files.has(name)) throw new Error(`The sandbox has no asset ${name}.`);
  return `/sandbox-assets/${name}`;
}

export function assetRoutes(): Router {
  const router = new Router();
  router.get('/sandbox-assets/:name', (ctx) => {
    const name = ctx.params['name']!;
    const body = files.get(name);
    if (body === undefined) return;
    ctx.set('Cache-Control', 'no-cache');
    ctx.type = types[extname(name)]!;
    ctx.body = body;
  });
  return router;
}

function read(name: string): string {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return name.endsWith('.ts') ? stripTypeScriptTypes(text, { mode: 'strip' }) : text;
}
