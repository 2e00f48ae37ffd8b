// Choosing another language leaves the page. Where something has been typed that is not saved yet, it asks first.
import { say } from './words.ts';

export function askBeforeLeaving(): void {
  document.querySelector('form.languages')?.addEventListener('submit', (event) => {
    if (isUnsaved() && !confirm(question())) event.preventDefault();
  });
}

function question(): string {
  return say('What you have entered here is not saved yet. Change the language all the same?');
}

/** What came back with its faults is not saved either. */
function isUnsaved(): boolean {
  if (document.querySelector('.error-summary')) return true;
  const fields = document.querySelectorAll<Field>('main form :is(input, textarea, select)');
  return [...fields].some(isChanged);
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return field.selectedIndex !== firstChosen(field);
  if (['radio', 'checkbox'].includes(field.type)) {
    const { checked, defaultChecked } = field as HTMLInputElement;
    return checked !== defaultChecked;
  }
  return field.type !== 'hidden' && field.value !== field.defaultValue;
}

/** The one that the page came with: where it chose none, the first. */
function firstChosen({ options }: HTMLSelectElement): number {
  const chosen = [...options].findLastIndex((option) => option.defaultSelected);
  return Math.max(0, chosen);
}
