// Shows an event's page in a dialog over the week, and sends its forms without leaving it.
import { adopt } from './live.ts';

const dialog = document.createElement('dialog');
dialog.className = 'sheet-dialog';
document.body.append(dialog);
dialog.addEventListener('click', (event) => {
  const isOutside = event.target === dialog;
  if (isOutside || isLink(event.target, '[data-close]')) close(event);
});
dialog.addEventListener('submit', (event) => {
  event.preventDefault();
  void send(event.target as HTMLFormElement, event.submitter);
});

export async function openSheet(href: string): Promise<void> {
  const page = await fetch(href);
  // gone meanwhile, or the sandbox is: the page itself says so
  if (!page.ok || !(await show(page))) location.assign(href);
}

async function show(page: Response): Promise<boolean> {
  const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
  const sheet = fresh.querySelector('.sheet');
  if (!sheet) return false;
  sheet.querySelector('[data-close]')!.textContent = 'Close';
  dialog.replaceChildren(sheet);
  dialog.setAttribute('aria-label', sheet.querySelector('h1')?.textContent ?? 'Event');
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLElement>('[autofocus]')?.focus();
  return true;
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const action = submitter?.getAttribute('formaction') ?? form.action;
  const fields = new FormData(form, submitter);
  const reply = await fetch(action, { method: 'POST', body: asText(fields) });
  if (!reply.redirected) {
    await show(reply);
    return;
  }
  dialog.close();
  await adopt(reply);
}

/** Our forms hold text alone. */
function asText(fields: FormData): URLSearchParams {
  const texts = [...fields].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return new URLSearchParams(texts);
}

function close(event: Event): void {
  event.preventDefault();
  dialog.close();
}

function isLink(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
