// The page between Google and the calendar: keeps what Google told in this tab, and goes on at once.
import { addToOverlay, type Overlay } from './overlay-kept.ts';

const told = document.querySelector('#overlay-busy')!.textContent;
addToOverlay(JSON.parse(told) as Overlay);
location.replace(document.querySelector<HTMLAnchorElement>('#overlay-back')!.href);
