// Countries with their dial codes, the one a visitor most likely calls from, and the one a time zone is in.
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { currentLanguage } from '../languages/current-language.ts';
import { presentName } from './picker/zone-names.ts';

export type Country = { value: CountryCode; label: string };

const codes = getCountries();

const kept = new Map<string, { names: Intl.DisplayNames; countries: readonly Country[] }>();

/** "Germany (+49)", by name, in the language of the moment. */
export function listCountries(): readonly Country[] {
  return inWords().countries;
}

/** Made once per language: a few hundred names to be sorted. */
function inWords() {
  const { locale } = currentLanguage();
  const known = kept.get(locale) ?? namedIn(locale);
  kept.set(locale, known);
  return known;
}

function namedIn(locale: string) {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const countries = codes
    .map((value) => ({ value, label: `${names.of(value)!} (+${getCountryCallingCode(value)})` }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return { names, countries };
}

const countryByZone = new Map(
  codes.flatMap((code) => timeZonesOf(code).map((zone) => [presentName(zone), code] as const)),
);

/** By the zone they read times in, else by their browser's language. */
export function guessCountry(timeZone: string, acceptLanguage: string): CountryCode | null {
  const region = /^[a-z]{2,3}-([a-z]{2})\b/i.exec(acceptLanguage)?.[1]?.toUpperCase();
  return countryByZone.get(presentName(timeZone)) ?? codes.find((code) => code === region) ?? null;
}

/** "Germany" for Europe/Berlin; null for zones of no country, like UTC. */
export function countryOf(timeZone: string): string | null {
  const code = countryByZone.get(timeZone);
  return code ? inWords().names.of(code)! : null;
}

/** As E.164 where it is a number of that country, or carries a country of its own; else as it was typed. */
export function phoneOf(typed: string, country: string | undefined): string {
  const home = codes.find((code) => code === country);
  return parsePhoneNumberFromString(typed, home)?.number ?? typed.trim();
}

function timeZonesOf(code: CountryCode): readonly string[] {
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & { getTimeZones?(): string[] };
  return locale.getTimeZones?.() ?? [];
}
