// What is typed stays in this tab until it is sent, so that another time, an expired hold or Back costs nothing.
// It never leaves the browser by this way, and ends with the tab. The hold is left for the calendar page.

export function keepDraft(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-draft]');
  if (!form) return;
  const path = form.dataset['draft']!;
  // A form that came back with its faults shows what was typed last.
  if (form.dataset['fresh'] !== undefined) restore(form, read(path));
  form.addEventListener('input', () =>
    sessionStorage.setItem(key(path), JSON.stringify(typed(form))),
  );
  const hold = (form.elements.namedItem('hold') as HTMLInputElement | null)?.value;
  if (hold) sessionStorage.setItem(`hold ${path}`, hold);
  else sessionStorage.removeItem(`hold ${path}`);
}

/** Once the form has gone through. */
export function dropDrafts(): void {
  const keys = Array.from({ length: sessionStorage.length }, (_, index) =>
    sessionStorage.key(index),
  );
  for (const name of keys) if (name && /^(draft|hold) /.test(name)) sessionStorage.removeItem(name);
}

function restore(form: HTMLFormElement, draft: Record<string, string>): void {
  for (const control of controls(form)) {
    const kept = draft[control.name];
    if (kept === undefined) continue;
    if (isTicked(control)) control.checked = control.value === kept;
    else control.value = kept;
  }
}

function typed(form: HTMLFormElement): Record<string, string> {
  const shown = controls(form).filter((control) => !isTicked(control) || control.checked);
  return Object.fromEntries(shown.map(({ name, value }) => [name, value]));
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controls(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('.field :is(input, textarea, select)')];
}

function isTicked(control: Control): control is HTMLInputElement {
  return control.type === 'radio' || control.type === 'checkbox';
}

function read(path: string): Record<string, string> {
  return JSON.parse(sessionStorage.getItem(key(path)) ?? '{}') as Record<string, string>;
}

function key(path: string): string {
  return `draft ${path}`;
}
