// What a page says after one of its buttons was pressed: done, or done already.

export const actionWords: Record<string, string> = {
  cancel: 'The appointment is cancelled, and the attendee is told.',
  approve: 'Accepted. The attendee is told, and the event goes to your calendar.',
  decline: 'Declined. The attendee is told.',
  'no-show': 'Noted: the attendee did not come.',
  complete: 'Noted: it took place.',
  move: 'Moved. The attendee is told, and the event in your calendar follows.',
  'already-cancel': 'It is cancelled already.',
  'already-approve': 'It is accepted already.',
  'already-decline': 'It is declined already.',
  'already-no-show': 'It is noted already that the attendee did not come.',
  'already-complete': 'It is noted already that it took place.',
};
