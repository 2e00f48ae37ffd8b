// The list of zones becomes a search: type a city, a country or an offset, see what the clocks say there. The list itself
// stays in the form and is what is sent. What is typed but not chosen stays, and is said not to count.
import { createListbox, type Listbox, type Row } from './listbox.ts';
import { say } from './words.ts';

/** Found by its words. */
type Zone = Row & { words: string };

type Search = {
  input: HTMLInputElement;
  listbox: Listbox;
  zones: Zone[];
  /** The zone that the times are in, and how the list calls it. */
  current: { name: string; label: string };
};

const mostFound = 40;

export function searchZones(): void {
  const select = document.querySelector<HTMLSelectElement>('select#zone');
  if (!select) return;
  const current = { name: select.value, label: select.selectedOptions[0]?.text ?? '' };
  const input = createInput(current.label);
  select.hidden = true;
  select.removeAttribute('id');
  select.before(input);
  const listbox = createListbox(input, 'zone-list', (name) => choose(select, name));
  listen({ input, listbox, current, zones: [...select.options].map(zoneOf) });
}

function createInput(value: string): HTMLInputElement {
  const input = document.createElement('input');
  Object.assign(input, { id: 'zone', className: 'input', value, autocomplete: 'off' });
  input.setAttribute('aria-describedby', 'zone-told');
  input.spellcheck = false;
  return input;
}

/** "Berlin, Germany (GMT+1)" */
function zoneOf({ value, text }: HTMLOptionElement): Zone {
  const [, label = text, note = ''] = /^(.*) \((.*)\)$/.exec(text) ?? [];
  return { value, label, note, words: plain(`${label} ${value.replaceAll('_', ' ')} ${note}`) };
}

function listen(search: Search): void {
  const { input, listbox, zones, current } = search;
  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () => {
    if (input.value === current.label) listbox.show(zones, current.name);
    else look(search);
  });
  input.addEventListener('input', () => look(search));
  input.addEventListener('blur', () => leave(search));
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') reset(search);
  });
}

function look({ input, listbox, zones, current }: Search): void {
  const found = find(zones, input.value);
  listbox.show(found, current.name);
  const nothing = () =>
    say('There is no time zone “{words}”. Try a city, a country, or an offset like GMT+2.', {
      words: input.value.trim(),
    });
  tell(found.length > 0 ? '' : nothing());
}

function leave(search: Search): void {
  const { input, listbox, current } = search;
  listbox.hide();
  const typed = input.value.trim();
  if (typed === '' || typed === current.label) return reset(search);
  tell(
    say('“{typed}” is not chosen: times are still those of {zone}.', {
      typed,
      zone: current.label,
    }),
  );
}

function reset({ input, current }: Search): void {
  input.value = current.label;
  tell('');
}

function tell(words: string): void {
  const place = document.querySelector('#zone-told');
  if (place && place.textContent?.trim() !== words) place.textContent = words;
}

function choose(select: HTMLSelectElement, name: string): void {
  select.value = name;
  select.form?.requestSubmit();
}

function find(zones: Zone[], typed: string): Zone[] {
  const wanted = plain(typed);
  if (!wanted) return zones;
  const found = zones.filter(({ words }) => words.includes(wanted));
  return found.sort((a, b) => rank(a, wanted) - rank(b, wanted)).slice(0, mostFound);
}

/** That very offset first, then words that begin so. */
function rank({ words, note }: Zone, wanted: string): number {
  if (plain(note).replace('gmt', '') === wanted.replace('gmt', '')) return 0;
  return words.split(/[/ ]/).some((word) => word.startsWith(wanted)) ? 1 : 2;
}

/** "São Paulo" is found by "sao", "GMT−3" by "utc-3". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('−', '-')
    .toLowerCase()
    .replace(/utc(?=[+-])/, 'gmt')
    .trim();
}
