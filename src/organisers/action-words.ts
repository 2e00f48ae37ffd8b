// What a page says after one of its buttons was pressed: done, or done already.
import { say } from '../languages/say.ts';

const words: Record<string, () => string> = {
  cancel: () => say('The appointment is cancelled, and the attendee is told.'),
  approve: () => say('Accepted. The attendee is told, and the event goes to your calendar.'),
  decline: () => say('Declined. The attendee is told.'),
  'no-show': () => say('Noted: the attendee did not come.'),
  complete: () => say('Noted: it took place.'),
  move: () => say('Moved. The attendee is told, and the event in your calendar follows.'),
  publish: () => say('Google is asked again. How that ends is said here in a moment.'),
  note: () => say('Your note is saved.'),
  booked: () => say('Booked. The attendee is told, and the event goes to your calendar.'),
  'already-cancel': () => say('It is cancelled already.'),
  'already-approve': () => say('It is accepted already.'),
  'already-decline': () => say('It is declined already.'),
  'already-no-show': () => say('It is noted already that the attendee did not come.'),
  'already-complete': () => say('It is noted already that it took place.'),
  'already-publish': () => say('Google has it already.'),
};

/** In the language of the moment. */
export function actionWords(): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([word, inWords]) => [word, inWords()]));
}
