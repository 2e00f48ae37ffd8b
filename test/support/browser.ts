// Pages as a person sees them, in Debian's Chromium. Where there is none, browser tests say so and are skipped.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

let browser: Browser | null = null;
const pages: Page[] = [];
const scriptErrors: Error[] = [];

export function browserTest(name: string, run: () => Promise<void>): void {
  if (existsSync(executablePath)) test(name, run, 60_000);
  else
    test.skip(`${name} (skipped: there is no ${executablePath}; CHROMIUM can name another)`, run);
}

/** A window of its own, without cookies, closed after the test. An error in a page's script fails the test. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= await chromium.launch({ executablePath, args: flags.split(' ') });
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => scriptErrors.push(error));
  pages.push(page);
  return page;
}

export const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
} as const satisfies BrowserContextOptions;

export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.evaluate(axeSource());
  const { violations } = await page.evaluate(async () =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const told = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
  }));
  expect(told).toEqual([]);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const surplus = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(surplus).toBeLessThanOrEqual(0);
}

/** Saved only where SCREENSHOTS names a folder. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

function axeSource(): string {
  return readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

afterEach(async () => {
  const errors = [...scriptErrors];
  for (const page of pages.splice(0)) await page.context().close();
  // a request that was cut off by closing is no error of the page
  scriptErrors.length = 0;
  expect(errors).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
});
