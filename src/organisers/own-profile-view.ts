// The profile as a form: what attendees see of the organiser, the word of the link, and the language of these pages.
import { currentLanguage } from '../languages/current-language.ts';
import { languageNames, languages } from '../languages/language.ts';
import { say, sayHtml } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import { button, facts, strong } from '../web/components.ts';
import { selectField, textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import { faultSummary, type Labels } from './form-faults.ts';
import type { Organiser } from './organiser.ts';
import { timeZoneOptions } from './time-zone-options.ts';

/** Of the language: `browser`, or one of ours. */
export type ProfileFields = Record<'name' | 'handle' | 'timeZone' | 'language', string>;

const labels = (): Labels =>
  new Map([
    ['name', say('Name')],
    ['handle', say('Handle')],
    ['timeZone', say('Time zone')],
    ['language', say('Language')],
  ]);

export function profileForm(
  fields: ProfileFields,
  { faults, publicUrl }: { faults: readonly FieldError[]; publicUrl: string },
): Html {
  const errorOf = (name: string) => faults.find(({ field }) => field === name)?.message;
  return html`<section class="card stack" aria-label="${say('What others see')}">
    ${faultSummary(faults, labels())}
    <form class="form" method="post" action="/organiser/profile">
      ${textField({
        name: 'name',
        label: say('Name'),
        hint: say('Stands on your booking page and in mails to attendees.'),
        value: fields.name,
        error: errorOf('name'),
        extra: { autocomplete: 'name', maxlength: 100 },
      })}
      ${textField({
        name: 'handle',
        label: say('Handle'),
        hint: sayHtml(
          'The word of your link: {site}/<strong>{handle}</strong>. Links that you gave away with a former one lead on to the new one.',
          { site: publicUrl, handle: fields.handle, strong },
        ),
        value: fields.handle,
        error: errorOf('handle'),
        extra: { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: 40 },
      })}
      ${selectField({
        name: 'timeZone',
        label: say('Time zone'),
        hint: say('Your hours are meant in this zone: when it changes, 09:00 stays 09:00.'),
        value: fields.timeZone,
        options: timeZoneOptions(fields.timeZone),
        error: errorOf('timeZone'),
      })}
      ${selectField({
        name: 'language',
        label: say('Language'),
        hint: say(
          'Of your own pages, and of the mails to you. Attendees read theirs in their own.',
        ),
        value: fields.language,
        options: languageOptions(),
        error: errorOf('language'),
      })}
      <div>${button({ label: say('Save the profile') })}</div>
    </form>
  </section>`;
}

function languageOptions() {
  const named = languages.map((language) => ({ value: language, label: languageNames[language] }));
  return [{ value: 'browser', label: say('As the browser') }, ...named];
}

export function accountFacts({ email }: Organiser, former: readonly string[]): Html {
  const handles = new Intl.ListFormat(currentLanguage().locale).format(former);
  return html`<section class="card stack" aria-labelledby="account">
    <h2 id="account">${say('Account')}</h2>
    ${facts([
      [say('Signs in as'), email],
      [
        say('Former handles'),
        former.length > 0 && say('{handles}: nobody else gets them', { handles }),
      ],
    ])}
  </section>`;
}
