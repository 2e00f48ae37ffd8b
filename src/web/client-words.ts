// The messages that a page's scripts say, in the language of the moment: found in the scripts themselves, and in all
// that these import.
import { currentLanguage } from '../languages/current-language.ts';
import { translationOf } from '../languages/say.ts';
import { type Html, html, json } from './html.ts';

/** Nothing on an English page: there the messages stand for themselves. */
export function clientWords(
  sources: ReadonlyMap<string, string>,
  scripts: readonly string[],
): Html | false {
  if (currentLanguage().language === 'en') return false;
  const messages = new Set(allOf(sources, scripts).flatMap(messagesIn));
  if (messages.size === 0) return false;
  const words = Object.fromEntries([...messages].map((each) => [each, translationOf(each)]));
  return html`<script type="application/json" id="words">
    ${json(words)}
  </script>`;
}

function allOf(sources: ReadonlyMap<string, string>, scripts: readonly string[]): string[] {
  const seen = new Set<string>();
  const waiting = [...scripts];
  for (const name of waiting) {
    if (seen.has(name) || !sources.has(name)) continue;
    seen.add(name);
    waiting.push(...importsIn(sources.get(name)!));
  }
  return [...seen].map((name) => sources.get(name)!);
}

function importsIn(source: string): string[] {
  return [...source.matchAll(/(?:from |import\()'\.\/([\w-]+\.ts)'/g)].map((match) => match[1]!);
}

function messagesIn(source: string): string[] {
  const calls = source.matchAll(/(?<![\w.]|function )say\(\s*(?:'([^'\n]*)'|"([^"\n]*)")/g);
  return [...calls].map((match) => (match[1] ?? match[2])!);
}
