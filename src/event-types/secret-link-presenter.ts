// A secret link as its organiser sees it, with the address to be given away.
import type { Parts } from '../parts.ts';
import { keyOf, withKey } from './secret-key.ts';
import { linkStateOf, type SecretLink } from './secret-link.ts';

export function presentSecretLink(
  parts: Parts,
  place: { handle: string; slug: string },
  link: SecretLink,
) {
  return {
    id: link.id,
    label: link.label,
    url: secretUrl(parts, place, link),
    state: linkStateOf(link, parts.clock()),
    mostUses: link.mostUses,
    uses: link.uses,
    expiresAt: link.expiresAt?.toISOString() ?? null,
    createdAt: link.createdAt.toISOString(),
    revokedAt: link.revokedAt?.toISOString() ?? null,
  };
}

export function secretUrl(
  { config, tokens }: Parts,
  { handle, slug }: { handle: string; slug: string },
  { id }: SecretLink,
): string {
  return withKey(`${config.publicUrl}/${handle}/${slug}`, keyOf(tokens, id));
}
