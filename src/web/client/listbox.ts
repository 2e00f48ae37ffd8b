// A list under an input, as WAI-ARIA's combobox has it: arrows move, Enter takes, Escape closes.
import { say } from './words.ts';

export type Row = { value: string; label: string; note: string };
/** `chosen`: the value of the row to begin at, where it is among them. */
export type Listbox = { show(rows: readonly Row[], chosen: string): void; hide(): void };

export function createListbox(
  input: HTMLInputElement,
  id: string,
  take: (value: string) => void,
): Listbox {
  const list = document.createElement('ul');
  Object.assign(list, { id, className: 'zone-list', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', say('Time zones'));
  tie(input, id);
  input.after(list);

  const listbox: Listbox = {
    show(rows, chosen) {
      list.replaceChildren(...rows.map(rowElement));
      open(input, list, rows.length > 0);
      const at = rows.findIndex(({ value }) => value === chosen);
      const row = list.children[Math.max(0, at)] as HTMLElement | undefined;
      mark(input, list, row ?? null);
      // in the middle, so that its neighbours are in sight
      if (row) list.scrollTop = row.offsetTop - (list.clientHeight - row.offsetHeight) / 2;
    },
    hide: () => open(input, list, false),
  };
  input.addEventListener('keydown', (event) => press(event, input, list, take));
  // Before the input loses the focus and closes the list.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const row = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (row) row.addEventListener('click', () => take(row.dataset['value']!), { once: true });
  });
  return listbox;
}

function press(
  event: KeyboardEvent,
  input: HTMLInputElement,
  list: HTMLElement,
  take: (value: string) => void,
): void {
  const marked = list.querySelector<HTMLElement>('[aria-selected=true]');
  if (list.hidden) {
    if (event.key === 'ArrowDown') input.click();
    // nothing is marked: the form would send the zone that is shown already
    if (event.key === 'Enter') event.preventDefault();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (marked) take(marked.dataset['value']!);
  } else if (event.key === 'Escape') {
    open(input, list, false);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling';
    if (marked?.[next]) mark(input, list, marked[next]);
  }
}

function tie(input: HTMLInputElement, id: string): void {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', id);
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-autocomplete', 'list');
}

function open(input: HTMLInputElement, list: HTMLElement, isOpen: boolean): void {
  list.hidden = !isOpen;
  input.setAttribute('aria-expanded', String(isOpen));
  if (!isOpen) input.removeAttribute('aria-activedescendant');
}

function mark(input: HTMLInputElement, list: HTMLElement, row: Element | null): void {
  list.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
  if (!row) return;
  row.setAttribute('aria-selected', 'true');
  input.setAttribute('aria-activedescendant', row.id);
  row.scrollIntoView({ block: 'nearest' });
}

function rowElement({ value, label, note }: Row, index: number): HTMLElement {
  const row = document.createElement('li');
  row.id = `zone-${index}`;
  row.dataset['value'] = value;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  row.append(label);
  const small = document.createElement('small');
  small.textContent = note;
  row.append(small);
  return row;
}
