// The organiser's note of one booking.
import { say } from '../languages/say.ts';
import { button } from '../web/components.ts';
import { textArea } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import type { OwnBooking } from './own-booking.ts';

/** What was typed, and what is wrong with it. */
export type TypedNote = { text: string; error: string };

export function ownNoteForm({ id, organiserNote }: OwnBooking, typed: TypedNote | null): Html {
  return html`<form
    class="card stack"
    id="note"
    method="post"
    action="/organiser/bookings/${id}/note"
  >
    <h2>${say('Your note')}</h2>
    ${textArea({
      name: 'note',
      label: say('What to remember of this appointment'),
      hint: say('Only you see it: not the attendee, and not Google.'),
      isOptional: true,
      value: typed?.text ?? organiserNote ?? '',
      error: typed?.error,
    })}
    <p>${button({ label: say('Save the note'), kind: 'plain' })}</p>
  </form>`;
}
