// A program that holds every answer to what the API's description says of it, and remembers what it has asked.
import { expect } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApiDocument } from '../../src/open-api.ts';
import type { TestService } from '../support/service.ts';

export type Told = { status: number; body: Record<string, unknown>; text: string };

export type Asked = {
  /** Fill the path's parameters, in order. */
  at?: readonly string[];
  query?: Record<string, string>;
  body?: object;
  key?: string;
};

export type DocumentedApi = {
  /** `ask('get /api/me/bookings/{id}', {at: [id]})` */
  ask(operation: string, asked?: Asked): Promise<Told>;
  /** That were answered as described, without a problem. */
  answered: ReadonlySet<string>;
};

/** The document is meant for people too: its formats and examples are no rules of a schema's. */
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(openApiDocument, 'api');

export function documentedApi(service: TestService): DocumentedApi {
  const answered = new Set<string>();
  return {
    answered,
    ask: async (operation, asked = {}) => {
      const response = await send(service, operation, asked);
      const text = await response.text();
      const type = response.headers.get('content-type')?.split(';')[0] ?? null;
      expect([operation, faultsOf(operation, { status: response.status, type, text })]).toEqual([
        operation,
        null,
      ]);
      if (response.ok) answered.add(operation);
      const body = type?.endsWith('json') ? (JSON.parse(text) as Record<string, unknown>) : {};
      return { status: response.status, body, text };
    },
  };
}

export function documentedOperations(): string[] {
  return Object.entries(openApiDocument.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((verb) => `${verb} ${path}`),
  );
}

function send(
  service: TestService,
  operation: string,
  { at = [], query = {}, body, key }: Asked,
): Promise<Response> {
  const [verb, template] = operation.split(' ') as [string, string];
  const values = [...at];
  const path = template.replaceAll(/\{\w+\}/g, () => values.shift()!);
  return fetch(`${service.url}${path}?${new URLSearchParams(query).toString()}`, {
    method: verb.toUpperCase(),
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

type Answer = { status: number; type: string | null; text: string };

/** Null: as described. */
function faultsOf(operation: string, { status, type, text }: Answer): unknown {
  const [verb, path] = operation.split(' ') as [string, string];
  const item = openApiDocument.paths?.[path] as Record<string, Described> | undefined;
  const responses = item?.[verb]?.responses;
  if (!responses) return 'is not described';
  const as = String(status) in responses ? String(status) : 'default';
  if (as === 'default' && status < 400) return `answers ${status}, which is not described`;
  const content = responses[as]!.content ?? {};
  if (type === null) return Object.keys(content).length === 0 ? null : 'has no content';
  if (!(type in content)) return `answers ${type}, which is not described`;
  if (!type.endsWith('json')) return null;
  const pointer = ['paths', path, verb, 'responses', as, 'content', type, 'schema'];
  const validate = ajv.compile({ $ref: `api#/${pointer.map(escaped).join('/')}` });
  return validate(JSON.parse(text)) ? null : validate.errors;
}

type Described = { responses?: Record<string, { content?: Record<string, unknown> }> };

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
