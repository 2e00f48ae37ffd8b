// A form marked data-once goes out once, however often it is pressed. The server keeps the same promise; this only
// spares the second way.

export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-once]') || event.defaultPrevented) return;
    if (form.dataset['sent']) {
      event.preventDefault();
      return;
    }
    form.dataset['sent'] = 'true';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  // Coming back to the page as it was left, the form may go out again.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('[data-once]')) {
      delete form.dataset['sent'];
      form.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
    }
  });
}
