// Makes the week view quick to use: events open in a dialog, the mouse and the keyboard move them, and what the service
// writes appears by itself.
import { openSheet } from './dialog.ts';
import { startDrags } from './drag.ts';
import { startKeys } from './keys.ts';

const firstHour = 7;

startDrags();
startKeys();
scrollToMorning();

document.addEventListener('click', (click) => {
  if (!(click.target instanceof Element) || click.metaKey || click.ctrlKey || click.shiftKey)
    return;
  const link = click.target.closest<HTMLAnchorElement>('main a:is([data-event], [data-add])');
  if (!link) return;
  click.preventDefault();
  void openSheet(link.href);
});

function scrollToMorning(): void {
  const scroll = document.querySelector('.scroll');
  const hours = document.querySelector('.hours');
  const today = document.querySelector<HTMLElement>('.day.today');
  if (!scroll || !hours) return;
  const left = today ? today.offsetLeft - 56 : 0;
  scroll.scrollTo({ top: (hours.clientHeight / 24) * firstHour - 8, left });
}
