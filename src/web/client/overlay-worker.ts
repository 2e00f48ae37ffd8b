// Reads a calendar file beside the page, which stays quick meanwhile, and which ends this when it takes too long.
import { readBusyTimes, type Wanted } from './overlay-busy.ts';

addEventListener('message', ({ data }: MessageEvent<{ text: string; wanted: Wanted }>) => {
  postMessage(readBusyTimes(data.text, data.wanted));
});
