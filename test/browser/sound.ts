// A page that is sound: nothing for axe to find in light or dark, nothing to scroll sideways down to 320 px.
import type { Page } from 'playwright-core';
import { expectNoAxeViolations, expectNoSidewaysScroll, screenshot } from '../support/browser.ts';

const widths = [1280, 390, 320];

export async function expectSound(page: Page, name: string): Promise<void> {
  const size = page.viewportSize()!;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: size.height });
      await expectNoSidewaysScroll(page);
      await screenshot(page, `${name}-${width}-${colorScheme}`);
    }
    await page.setViewportSize(size);
  }
}
