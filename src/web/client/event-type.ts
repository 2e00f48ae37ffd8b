// The form of an event type, once scripts run: questions are added, moved and removed in place. The server says what the
// form then looks like; whatever goes wrong, the browser sends the press the ordinary way.

document.addEventListener('click', (event) => {
  const pressed = (event.target as Element).closest<HTMLButtonElement>('button[name=arrange]');
  if (!pressed?.form) return;
  event.preventDefault();
  void arrange(pressed.form, pressed);
});

async function arrange(form: HTMLFormElement, pressed: HTMLButtonElement): Promise<void> {
  const fresh = await exchanged(form, pressed);
  const old = document.querySelector('#questions');
  if (!fresh || !old) {
    form.requestSubmit(pressed);
    return;
  }
  old.replaceWith(fresh);
  focusAfter(pressed.value, fresh);
}

async function exchanged(
  form: HTMLFormElement,
  pressed: HTMLButtonElement,
): Promise<Element | null> {
  const body = new URLSearchParams(new FormData(form, pressed) as unknown as [string, string][]);
  try {
    const answer = await fetch(pressed.formAction, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector('#questions');
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** A new question wants its words; one that was moved may be moved further; after the last one comes the next. */
function focusAfter(press: string, questions: Element): void {
  const [what, number] = press.split('-');
  const rows = [...questions.querySelectorAll('.question')];
  const add = questions.querySelector<HTMLElement>('#arrange-add');
  if (what === 'add') return focus(rows.at(-1)?.querySelector('input[type=text]'), add);
  if (what === 'remove') return focus(rows[Number(number)]?.querySelector('input[type=text]'), add);
  const row = rows[Number(number) + (what === 'up' ? -1 : 1)];
  const same = row?.querySelector(`[value^='${what}-']`);
  focus(same ?? row?.querySelector('[name=arrange]'), add);
}

function focus(wanted: Element | null | undefined, otherwise: HTMLElement | null): void {
  ((wanted as HTMLElement | null | undefined) ?? otherwise)?.focus();
}
