// The pages that tell how a booking stands: the countdown ticks, and what was typed is kept no longer.
import { countDown } from './countdown.ts';
import { dropDrafts } from './draft.ts';
import { sendOnce } from './send-once.ts';

document.documentElement.classList.add('scripted');
countDown();
// Whoever corrects the address gets the form back as it was: the server never shows all that was typed again.
if (!document.querySelector('form[action$="/correct"]')) dropDrafts();
sendOnce();
