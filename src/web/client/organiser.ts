// The organiser's pages, once scripts run: links can be copied. What a single page needs beside this, it asks for itself.
import { copyLinks } from './copy.ts';

document.documentElement.classList.add('scripted');
copyLinks();
