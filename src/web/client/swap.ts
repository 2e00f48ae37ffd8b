// Links and forms marked data-swap fetch the page they lead to and take over its calendar, without leaving. Whatever
// goes wrong, the browser goes there the ordinary way.

import { say } from './words.ts';

let running: AbortController | null = null;

export function startSwapping(dress: () => void): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-swap]');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void visit(link.href, link.id);
  });
  document.addEventListener('submit', (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-swap]');
    if (!form) return;
    event.preventDefault();
    void visit(addressOf(form), document.activeElement?.id ?? '');
  });
  addEventListener('popstate', () => void refresh(location.href));
  addEventListener('swapped', dress);
}

/** The same page anew, in place of itself. */
export async function refresh(address: string): Promise<void> {
  const focused = document.activeElement?.id ?? '';
  if (await exchange(address)) {
    history.replaceState(null, '', address);
    focus(focused);
  }
}

async function visit(address: string, focused: string): Promise<void> {
  if (!(await exchange(address))) return;
  history.pushState(null, '', address);
  focus(focused);
  announce();
  showDay(focused);
}

async function exchange(address: string): Promise<boolean> {
  const old = document.querySelector('#picker');
  running?.abort();
  const { signal } = (running = new AbortController());
  old?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { signal, headers: { Accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const picker = fresh.querySelector('#picker');
    if (!old || !picker) throw new Error('There is no calendar.');
    old.replaceWith(picker);
    dispatchEvent(new Event('swapped'));
    return true;
  } catch (error) {
    if ((error as Error).name !== 'AbortError') location.assign(address);
    return false;
  }
}

function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') address.searchParams.set(name, value);
  return address.href;
}

/** What was pressed may be gone, at the last month say: then its heading. */
function focus(id: string): void {
  if (!id) return;
  const fallback = id.startsWith('month-') ? '#month-title' : '#day-title';
  const target = document.getElementById(id) ?? document.querySelector<HTMLElement>(fallback);
  target?.focus({ preventScroll: true });
}

function announce(): void {
  const place = document.querySelector('#announcement');
  const title = document.querySelector('#day-title')?.textContent?.trim().replaceAll(/\s+/g, ' ');
  const count = document.querySelectorAll('.time').length;
  const busy = document.querySelectorAll('.time-busy').length;
  const told = { day: title ?? '', count, busy };
  if (place) place.textContent = busy > 0 ? tellBusy(told) : tellFree(told);
}

type Told = { day: string; count: number; busy: number };

function tellFree(told: Told): string {
  return say('{day}: {count, plural, one {# free time} other {# free times}}', told);
}

function tellBusy(told: Told): string {
  return say(
    '{day}: {count, plural, one {# free time} other {# free times}}, {busy, plural, one {# of them while you are busy} other {# of them while you are busy}}',
    told,
  );
}

/** On a phone the times may be out of sight after a day was pressed. */
function showDay(pressed: string): void {
  const title = document.querySelector('#day-title');
  if (!title || !pressed.startsWith('day-')) return;
  const { top } = title.getBoundingClientRect();
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (top < 0 || top > innerHeight) title.scrollIntoView({ block: 'start', behavior });
}
