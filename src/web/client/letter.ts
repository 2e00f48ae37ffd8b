// The pages that tell how a booking stands: the countdown ticks, and what was typed is kept no longer.
import { countDown } from './countdown.ts';
import { sendOnce } from './send-once.ts';

document.documentElement.classList.add('scripted');
countDown();
sendOnce();
