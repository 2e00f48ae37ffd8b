// Keeps a part of the page up to date: `data-live` names an address whose text changes with it, `data-version` is the
// text that it was made with. When they differ, the part is taken anew from the page's own address.

const pauseMs = 2000;

/** While somebody is in the middle of a drag, nothing is replaced under their hand. */
let isHeld = false;

export function hold(held: boolean): void {
  isHeld = held;
}

/** Takes the part from a page that was fetched: by default the one that is open. */
export async function refresh(): Promise<void> {
  const page = await fetch(location.href);
  if (page.ok) replace('[data-live]', await page.text());
}

/** Takes everything from the page that a form led to, and its address. */
export async function adopt(page: Response): Promise<void> {
  history.replaceState(null, '', page.url);
  replace('main', await page.text());
}

function replace(selector: string, text: string): void {
  const here = document.querySelector(selector);
  const there = new DOMParser().parseFromString(text, 'text/html').querySelector(selector);
  if (!here || !there || isHeld) return;
  const focused = document.activeElement?.id;
  const scrolled = here.querySelector('[data-keep-scroll]');
  const { scrollTop = 0, scrollLeft = 0 } = scrolled ?? {};
  here.replaceWith(there);
  there.querySelector('[data-keep-scroll]')?.scrollTo({ top: scrollTop, left: scrollLeft });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function isStale(): Promise<boolean> {
  const part = document.querySelector<HTMLElement>('[data-live]');
  if (!part || document.hidden || isHeld) return false;
  const reply = await fetch(part.dataset['live']!);
  return reply.ok && (await reply.text()) !== part.dataset['version'];
}

async function look(): Promise<void> {
  try {
    if (await isStale()) await refresh();
  } catch (error) {
    // the sandbox is away, perhaps being started again: look once more
    if (!(error instanceof TypeError)) throw error;
  } finally {
    setTimeout(() => void look(), pauseMs);
  }
}

setTimeout(() => void look(), pauseMs);
