// The list of zones becomes a search: type a city, see its zone and what the clock says there. The list itself stays
// in the form and is what is sent.
import { createListbox, type Listbox } from './listbox.ts';

type Zone = { name: string; label: string };

const mostShown = 40;

export function searchZones(): void {
  const select = document.querySelector<HTMLSelectElement>('#zone');
  if (!select || select.hidden) return;
  const zones = [...select.querySelectorAll('optgroup option')].map((option) => ({
    name: (option as HTMLOptionElement).value,
    label: (option as HTMLOptionElement).value.replaceAll('_', ' '),
  }));
  const shown = select.selectedOptions[0]?.text ?? '';
  const input = createInput(shown);
  select.hidden = true;
  select.removeAttribute('id');
  select.before(input);
  const listbox = createListbox(input, 'zone-list', (name) => choose(select, name));
  listen(input, listbox, zones, shown);
}

function createInput(shown: string): HTMLInputElement {
  const input = document.createElement('input');
  Object.assign(input, { id: 'zone', className: 'input', value: shown, autocomplete: 'off' });
  input.spellcheck = false;
  return input;
}

function listen(input: HTMLInputElement, listbox: Listbox, zones: Zone[], shown: string): void {
  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () =>
    listbox.show(rows(zones, input.value === shown ? '' : input.value)),
  );
  input.addEventListener('input', () => listbox.show(rows(zones, input.value)));
  input.addEventListener('blur', () => {
    listbox.hide();
    input.value = shown;
  });
}

function choose(select: HTMLSelectElement, name: string): void {
  select.value = name;
  select.form?.requestSubmit();
}

function rows(zones: Zone[], words: string): { value: string; label: string; note: string }[] {
  const wanted = words.trim().toLowerCase();
  const found = zones.filter(({ label }) => label.toLowerCase().includes(wanted));
  return found
    .sort((a, b) => rank(a, wanted) - rank(b, wanted))
    .slice(0, wanted ? mostShown : found.length)
    .map(({ name, label }) => ({ value: name, label, note: wanted ? offset(name) : '' }));
}

/** Places that begin with the word come first. */
function rank({ label }: Zone, wanted: string): number {
  return wanted &&
    label
      .toLowerCase()
      .split(/[/ ]/)
      .some((word) => word.startsWith(wanted))
    ? 0
    : 1;
}

function offset(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' });
  const part = format.formatToParts().find(({ type }) => type === 'timeZoneName');
  return part?.value.replace('-', '−') ?? '';
}
