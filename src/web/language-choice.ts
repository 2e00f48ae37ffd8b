// The languages of the pages, each by its own name: pressed, it is this browser's from then on.
import { currentLanguage } from '../languages/current-language.ts';
import { type Language, languageNames, languages } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import { type Attributes, attributes, type Html, html } from './html.ts';

/**
 * @param typing the id of a form that is being filled in: it goes along with the choice, to come back as it was typed, in
 * that language. Its page takes a `language` for this.
 */
export function languageChoice(typing?: string): Html {
  const own = { class: 'languages', 'aria-label': say('Language') };
  if (typing === undefined)
    return html`<form${attributes({ ...own, method: 'post', action: '/language' })}>
      ${languages.map((language) => choice(language))}
    </form>`;
  const sending = { form: typing, formnovalidate: true };
  return html`<div${attributes({ ...own, role: 'group' })}>
    ${languages.map((language) => choice(language, sending))}
  </div>`;
}

function choice(language: Language, sending: Attributes = {}): Html {
  const own = { name: 'language', value: language, lang: language };
  const pressed = { 'aria-pressed': String(language === currentLanguage().language) };
  return html`<button${attributes({ ...own, ...pressed, ...sending })}>${languageNames[language]}</button>`;
}
