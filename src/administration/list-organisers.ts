// One page of the organisers, each with how Google fares.
import { findHealth } from '../organisers/connections/find-health.ts';
import { listTroubles, type Trouble } from '../organisers/connections/health.ts';
import type { Parts } from '../parts.ts';
import { countOrganisers, listOrganisers, type ListedOrganiser } from './administration-queries.ts';

export const organisersPerPage = 25;

export type Listed = ListedOrganiser & { troubles: Trouble[] };

export type OrganisersPage = {
  organisers: Listed[];
  /** From 1. */
  page: number;
  pages: number;
  count: number;
};

export async function listOrganisersPage(
  { database, clock }: Parts,
  { search, page }: { search: string | undefined; page: number },
): Promise<OrganisersPage> {
  const now = clock();
  const part = { search, limit: organisersPerPage, offset: (page - 1) * organisersPerPage };
  const organisers = await listOrganisers(database, part, now);
  const count = await countOrganisers(database, search);
  return {
    organisers: await Promise.all(
      organisers.map((organiser) => withTroubles({ database }, organiser, now)),
    ),
    page,
    pages: Math.max(1, Math.ceil(count / organisersPerPage)),
    count,
  };
}

async function withTroubles(
  parts: Pick<Parts, 'database'>,
  organiser: ListedOrganiser,
  now: Date,
): Promise<Listed> {
  return { ...organiser, troubles: listTroubles(await findHealth(parts, organiser), now) };
}
