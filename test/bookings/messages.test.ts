import { expect, test } from '@jest/globals';
import { composeMessage } from '../../src/bookings/booking-messages.ts';
import { messageHtml, messageText } from '../../src/mail/message.ts';
import { confirmed, everyMail, facts, previous, requested } from './mail-facts.ts';

test.each(everyMail)(
  'the mail "%s" tells nothing of age, gender, address or answers',
  (message) => {
    const text = messageText(composeMessage(message, facts()));

    expect(text).not.toMatch(/44|woman|Secret|knee/);
  },
);

test('a time is told in the attendee’s zone, named, and in the organiser’s where that differs', () => {
  const text = messageText(composeMessage('confirmed', facts()));

  expect(text).toMatch(/When: .*November 24, 2026.*4:00.*4:30\sAM \(America\/New York, GMT-5\)/u);
  expect(text).toMatch(/For Dr\. Mira: .*10:00.*\(Europe\/Berlin, GMT\+1\)/u);
});

test('the organiser reads the organiser’s own time only', () => {
  const text = messageText(composeMessage('organiser-booked', facts()));

  expect(text).toMatch(/When: .*10:00.*\(Europe\/Berlin, GMT\+1\)/u);
  expect(text).not.toContain('New York');
});

test('a move names the time before and the time now', () => {
  const text = messageText(composeMessage('moved', facts({ previous })));

  expect(text).toMatch(/Before: .*November 23.*10:00/u);
  expect(text).toMatch(/Now: .*November 24.*4:00/u);
});

test('proving the address has its deadline in the attendee’s time, and the one link', () => {
  const { lead, action } = composeMessage('prove-address', facts({ booking: requested }));

  expect(lead).toMatch(/until 3:30\sAM \(America\/New York\)/u);
  expect(action).toEqual({ label: 'Confirm my appointment', url: 'http://x/confirm' });
});

test('what a person typed cannot become HTML', () => {
  const html = messageHtml(composeMessage('organiser-booked', facts()), 'en');

  expect(html).toContain('Lea &lt;b&gt;Attendee&lt;/b&gt;');
  expect(html).not.toContain('<b>Attendee');
});

test('without Google’s event the mail says that the invitation follows', () => {
  const { notes } = composeMessage('confirmed', facts({ invitationFollows: true }));

  expect(notes).toEqual(['The calendar invitation from Google follows in a separate mail.']);
});

test('where the organiser decides, the mail does not promise the time', () => {
  const eventType = { ...facts().eventType, confirmation: 'approval' } as const;

  const { lead, action } = composeMessage(
    'prove-address',
    facts({ booking: requested, eventType }),
  );

  expect(lead).toContain('your request goes to Dr. Mira');
  expect(lead).not.toContain('is yours');
  expect(action?.label).toBe('Send my request');
});

test('a move in Google is told to the organiser with the way back', () => {
  const { facts: lines, action } = composeMessage('organiser-followed', facts({ previous }));

  expect(lines.map(([label]) => label)).toEqual(expect.arrayContaining(['Before', 'Now']));
  expect(action).toEqual({ label: 'Undo the move', url: 'http://x/undo/t' });
});

test('a clash after a move in Google offers the way back, one found late does not', () => {
  const dragged = { ...confirmed, changedBy: 'google' } as const;

  const ofMove = composeMessage('organiser-clash', facts({ booking: dragged, previous }));
  const late = composeMessage('organiser-busy', facts({ previous }));

  expect(ofMove.action?.label).toBe('Undo the move');
  expect(late.action?.label).toBe('Open my bookings');
});

test('a decline is told with the attendee’s words', () => {
  const booking = { ...confirmed, attendeeComment: 'I have the flu' };

  const { notes } = composeMessage('organiser-declined', facts({ booking }));

  expect(notes).toEqual(['The comment with it: I have the flu']);
});

test('what cannot be followed is told in words that say what to do', () => {
  const { lead } = composeMessage('organiser-flagged', facts({ calendarFlag: 'recurring' }));

  expect(lead).toMatch(/series.*move or delete it in Google Calendar/u);
});
