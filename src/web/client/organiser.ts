// The organiser's pages, once scripts run: links can be copied, menus close, a choice of language loses nothing. What a single page needs beside this, it asks for itself.
import { copyLinks } from './copy.ts';
import { askBeforeLeaving } from './leaving.ts';
import { closeMenus } from './menu.ts';

document.documentElement.classList.add('scripted');
copyLinks();
closeMenus();
askBeforeLeaving();
