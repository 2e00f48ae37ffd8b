// How many statements of our own the service sends to Postgres while something is done. The job library's are not ours.
import type { PoolClient } from 'pg';
import type { TestService } from './service.ts';

export type QueryCount = {
  during(work: () => Promise<unknown>): Promise<string[]>;
  stop(): void;
};

/** Statements by their texts. */
export function countQueries({ parts }: TestService): QueryCount {
  const { pool } = parts.database;
  const seen: string[] = [];
  const watched = new Map<PoolClient, PoolClient['query']>();
  const watch = (client: PoolClient) => {
    if (watched.has(client)) return;
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    watched.set(client, client.query.bind(client));
    Object.assign(client, {
      query: (...given: unknown[]) => {
        const [first] = given;
        if (isOurs(first)) seen.push(first.text);
        return query(...given);
      },
    });
  };
  pool.on('acquire', watch);
  return {
    during: async (work) => {
      seen.length = 0;
      await work();
      return [...seen];
    },
    stop: () => {
      pool.off('acquire', watch);
      for (const [client, query] of watched) Object.assign(client, { query });
    },
  };
}

function isOurs(statement: unknown): statement is { name: string; text: string } {
  return typeof statement === 'object' && statement !== null && 'name' in statement;
}
