// The organiser's pages, once scripts run: links can be copied, menus close. What a single page needs beside this, it asks for itself.
import { copyLinks } from './copy.ts';
import { closeMenus } from './menu.ts';

document.documentElement.classList.add('scripted');
copyLinks();
closeMenus();
