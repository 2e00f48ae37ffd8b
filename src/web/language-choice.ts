// The languages of the pages, each by its own name: pressed, it is this browser's from then on.
import { currentLanguage } from '../languages/current-language.ts';
import { languageNames, languages } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import { attributes, type Html, html } from './html.ts';

export function languageChoice(): Html {
  const { language: current } = currentLanguage();
  return html`<form
    class="languages"
    method="post"
    action="/language"
    aria-label="${say('Language')}"
  >
    ${languages.map((language) => {
      const own = { name: 'language', value: language, lang: language };
      const pressed = { 'aria-pressed': String(language === current) };
      return html`<button${attributes({ ...own, ...pressed })}>${languageNames[language]}</button>`;
    })}
  </form>`;
}
