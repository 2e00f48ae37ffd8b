// The editor of hours, once scripts run: the preview follows what is typed, and the buttons that save nothing change the
// form in place. What both show is made by the server; whatever goes wrong, the browser sends the form the ordinary way.

const quietMs = 300;
const leaving = { isOn: false };
let isTyped = false;
let waiting: ReturnType<typeof setTimeout> | undefined;
let running: AbortController | null = null;

document.addEventListener('input', (event) => follow(event.target as Element));
document.addEventListener('change', (event) => follow(event.target as Element));
document.addEventListener('submit', (event) => void submitted(event));
addEventListener('pageshow', () => (leaving.isOn = false));
addEventListener('beforeunload', (event) => {
  if (isTyped && !leaving.isOn) event.preventDefault();
});

function editor(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('#hours-editor');
}

/** Boxes that choose where to copy to change no hours yet. */
function follow(target: Element): void {
  const form = target.closest<HTMLFormElement>('#hours-editor');
  if (!form || target.closest('.copy-day')) return;
  if (!target.matches('[name="preview-of"]')) isTyped = true;
  clearTimeout(waiting);
  waiting = setTimeout(() => void preview(form), quietMs);
}

async function submitted(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const pressed = event.submitter as HTMLButtonElement | null;
  if (form !== editor()) return;
  if (!pressed?.matches('[data-again]')) {
    leaving.isOn = true;
    return;
  }
  event.preventDefault();
  await again(form, pressed);
}

async function preview(form: HTMLFormElement): Promise<void> {
  const old = form.querySelector('#preview-body');
  if (!old) return;
  old.setAttribute('aria-busy', 'true');
  try {
    const fresh = await ask(form.dataset['preview']!, form, null, '#preview-body');
    if (fresh) renew(old, fresh);
  } catch {
    // the next keystroke asks again
    old.removeAttribute('aria-busy');
  }
}

/** Days that were opened stay open. */
function renew(old: Element, fresh: Element): void {
  const open = new Set(
    Array.from(
      old.querySelectorAll<HTMLElement>('[data-day][open]'),
      ({ dataset }) => dataset['day'],
    ),
  );
  for (const day of fresh.querySelectorAll<HTMLDetailsElement>('[data-day]'))
    day.open = open.has(day.dataset['day']);
  old.replaceWith(fresh);
}

async function again(form: HTMLFormElement, pressed: HTMLButtonElement): Promise<void> {
  pressed.setAttribute('aria-busy', 'true');
  try {
    const fresh = await ask(form.action, form, pressed, '#hours-editor');
    if (!fresh) return;
    isTyped = true;
    form.replaceWith(fresh);
    fresh.querySelector<HTMLElement>('[autofocus]')?.focus();
  } catch {
    pressed.removeAttribute('data-again');
    form.requestSubmit(pressed);
  }
}

/** Null: something newer was asked meanwhile. */
async function ask(
  address: string,
  form: HTMLFormElement,
  pressed: HTMLButtonElement | null,
  part: string,
): Promise<Element | null> {
  clearTimeout(waiting);
  running?.abort();
  const { signal } = (running = new AbortController());
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') fields.append(name, value);
  if (pressed) fields.append(pressed.name, pressed.value);
  try {
    const answer = await fetch(address, { method: 'POST', body: fields, signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector(part);
    if (!fresh) throw new Error('The answer is another page.');
    return fresh;
  } catch (error) {
    if ((error as Error).name === 'AbortError') return null;
    throw error;
  }
}
