// The form page, once scripts run: the countdown ticks, what is typed survives detours, one press sends once.
import { countDown } from './countdown.ts';
import { keepDraft } from './draft.ts';
import { sendOnce } from './send-once.ts';

document.documentElement.classList.add('scripted');
countDown();
keepDraft();
sendOnce();
