// A press copies a link, says so beside it, and tells it to screen readers. Only where the browser lets pages copy.
import { say } from './words.ts';

const saidForMs = 2000;

export function copyLinks(): void {
  if (!('clipboard' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
    tell(button, say('Copied'));
  } catch {
    // the browser's user has forbidden it: the link beside the button can still be copied by hand
    tell(button, say('Not allowed here'));
  }
}

function tell(button: HTMLButtonElement, words: string): void {
  const label = button.querySelector('[data-copy-label]')!;
  const told = button.parentElement!.querySelector('[data-copy-told]')!;
  label.textContent = words;
  told.textContent = words;
  setTimeout(() => {
    label.textContent = say('Copy');
    told.textContent = '';
  }, saidForMs);
}
