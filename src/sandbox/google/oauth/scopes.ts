// What a client may ask for, as the consent page says it, and how Google writes it into a token.

const api = 'https://www.googleapis.com/auth/';

/** What signing in tells: not to be refused one by one. */
const signInScopes: Record<string, string> = {
  openid: 'who you are on Google',
  [`${api}userinfo.email`]: 'your e-mail address',
  [`${api}userinfo.profile`]: 'your name',
};

const meanings: Record<string, string> = {
  ...signInScopes,
  [`${api}calendar`]: 'See, edit, share and delete all the calendars that you can reach',
  [`${api}calendar.readonly`]: 'See and download any calendar that you can reach',
  [`${api}calendar.events`]: 'See and edit events on all your calendars',
  [`${api}calendar.events.readonly`]: 'See events on all your calendars',
  [`${api}calendar.events.owned`]: 'See, create, change and delete events on calendars you own',
  [`${api}calendar.events.owned.readonly`]: 'See the events on calendars you own',
  [`${api}calendar.events.public.readonly`]: 'See the events on public calendars',
  [`${api}calendar.events.freebusy`]: 'See when you are free or busy on calendars you can reach',
  [`${api}calendar.freebusy`]: 'See when you are free or busy',
  [`${api}calendar.calendarlist`]: 'See, add and remove the calendars in your list',
  [`${api}calendar.calendarlist.readonly`]: 'See the list of your calendars',
  [`${api}calendar.calendars`]:
    'See and change the properties of your calendars, and create new ones',
  [`${api}calendar.calendars.readonly`]:
    'See the title, zone and other properties of your calendars',
  [`${api}calendar.settings.readonly`]: 'See your calendar settings',
  [`${api}calendar.app.created`]: 'Make secondary calendars, and change events on them',
  [`${api}calendar.acls`]: 'See and change whom your calendars are shared with',
  [`${api}calendar.acls.readonly`]: 'See whom your calendars are shared with',
};

const longNames: Record<string, string> = {
  email: `${api}userinfo.email`,
  profile: `${api}userinfo.profile`,
};

/** The scopes of a parameter, in Google's spelling, each once. */
export function readScopes(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return [...new Set(words.map((word) => longNames[word] ?? word))];
}

export function isKnownScope(scope: string): boolean {
  return scope in meanings;
}

export function meaningOfScope(scope: string): string {
  return meanings[scope] ?? scope;
}

export function isSignInScope(scope: string): boolean {
  return scope in signInScopes;
}

/** Google shows boxes for two scopes beyond sign-in, or for one beside sign-in; a single one is taken whole. */
export function hasBoxes(scopes: readonly string[]): boolean {
  const beyond = scopes.filter((scope) => !isSignInScope(scope));
  return beyond.length > 1 || (beyond.length === 1 && scopes.length > 1);
}
