// What an organiser sees of themselves through the API.
import type { ApiKey } from './api-key-queries.ts';
import type { Organiser } from './organiser.ts';

export function presentOrganiser(organiser: Organiser, publicUrl: string) {
  return {
    id: organiser.id,
    handle: organiser.handle,
    name: organiser.name,
    email: organiser.email,
    timeZone: organiser.timeZone,
    locale: organiser.locale,
    language: organiser.language,
    bookingUrl: `${publicUrl}/${organiser.handle}`,
  };
}

export function presentApiKey({ id, name, scope, createdAt, lastUsedAt }: ApiKey) {
  return {
    id,
    name,
    scope,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
