// The profile as a form: what attendees see of the organiser, and the word of the link.
import type { FieldError } from '../problem.ts';
import { button, facts } from '../web/components.ts';
import { selectField, textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { faultSummary, type Labels } from './form-faults.ts';
import type { Organiser } from './organiser.ts';
import { timeZoneOptions } from './time-zone-options.ts';

export type ProfileFields = Record<'name' | 'handle' | 'timeZone', string>;

const labels: Labels = new Map([
  ['name', 'Name'],
  ['handle', 'Handle'],
  ['timeZone', 'Time zone'],
]);

export function profileForm(
  fields: ProfileFields,
  { faults, publicUrl }: { faults: readonly FieldError[]; publicUrl: string },
): Html {
  const errorOf = (name: string) => faults.find(({ field }) => field === name)?.message;
  return html`<section class="card stack" aria-label="What others see">
    ${faultSummary(faults, labels)}
    <form class="form" method="post" action="/organiser/profile">
      ${textField({
        name: 'name',
        label: 'Name',
        hint: 'Stands on your booking page and in mails to attendees.',
        value: fields.name,
        error: errorOf('name'),
        extra: { autocomplete: 'name', maxlength: 100 },
      })}
      ${textField({
        name: 'handle',
        label: 'Handle',
        hint: html`The word of your link: ${publicUrl}/<strong>${fields.handle}</strong>. Links that
        you gave away with a former one lead on to the new one.`,
        value: fields.handle,
        error: errorOf('handle'),
        extra: { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: 40 },
      })}
      ${selectField({
        name: 'timeZone',
        label: 'Time zone',
        hint: 'Your hours are meant in this zone: when it changes, 09:00 stays 09:00.',
        value: fields.timeZone,
        options: timeZoneOptions(fields.timeZone),
        error: errorOf('timeZone'),
      })}
      <div>${button({ label: 'Save the profile' })}</div>
    </form>
  </section>`;
}

export function accountFacts({ email }: Organiser, former: readonly string[]): Html {
  return html`<section class="card stack" aria-labelledby="account">
    <h2 id="account">Account</h2>
    ${facts([
      ['Signs in as', email],
      ['Former handles', former.length > 0 && `${former.join(', ')}: nobody else gets them`],
    ])}
  </section>`;
}
