// Holds every request and every reply to Google's description. A fault is told in words; whoever asked decides what
// it means. Checks are compiled once per process, when first needed.
import type { ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { type DiscoveryMethod, getMethod } from './discovery.ts';
import {
  bodySchema,
  queryParameters,
  querySchema,
  replySchema,
  sharedSchemas,
  type Schema,
} from './schemas.ts';

/** What a request or a reply does that Google's description does not allow. */
export type Violation = {
  /** Discovery id. */
  method: string;
  where: 'path' | 'query' | 'body' | 'reply';
  faults: ContractFault[];
};

export type ContractFault = { field: string; reason: string; message: string };

export type Query = Record<string, string | string[]>;

const ajv = new Ajv2019({ allErrors: true, allowUnionTypes: true }).addSchema(sharedSchemas());
const compiled = new Map<string, ValidateFunction>();

export function checkQuery(method: DiscoveryMethod, query: Query): ContractFault[] {
  return check(`${method.id} query`, () => querySchema(method), typed(method, query));
}

export function checkBody(method: DiscoveryMethod, body: unknown): ContractFault[] {
  if (method.request) return check(`${method.id} body`, () => bodySchema(method), body ?? {});
  return body === undefined ? [] : [fault('', 'unexpectedBody', 'takes no body')];
}

export function checkReply(methodId: string, body: unknown): ContractFault[] {
  const method = getMethod(methodId);
  if (method.response) return check(`${methodId} reply`, () => replySchema(method), body);
  return body === undefined ? [] : [fault('', 'unexpectedBody', 'answers without a body')];
}

/** Repeated parameters always as arrays, the others as they came. */
export function normalised(method: DiscoveryMethod, query: Query): Query {
  const parameters = queryParameters(method);
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      parameters[name]?.repeated ? [value].flat() : value,
    ]),
  );
}

function check(key: string, schema: () => Schema, value: unknown): ContractFault[] {
  const validate = compiled.get(key) ?? ajv.compile(schema());
  compiled.set(key, validate);
  return validate(value) ? [] : (validate.errors ?? []).map(toFault);
}

type AjvError = NonNullable<ValidateFunction['errors']>[number];

function toFault({ instancePath, keyword, params, message }: AjvError): ContractFault {
  const property = params['missingProperty'] ?? params['additionalProperty'];
  const path = property === undefined ? instancePath : `${instancePath}/${property}`;
  const field = path.slice(1).replaceAll('/', '.');
  const reason = keyword === 'required' ? 'required' : 'invalid';
  return fault(field, reason, message ?? keyword);
}

function fault(field: string, reason: string, message: string): ContractFault {
  return { field, reason, message };
}

/** Text as the type that it stands for; text that stands for none is left to fail. */
function typed(method: DiscoveryMethod, query: Query): Record<string, unknown> {
  const parameters = queryParameters(method);
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typedValue(parameters[name]?.type, value)]),
  );
}

function typedValue(type: string | undefined, value: string | string[]): unknown {
  if (Array.isArray(value)) return value;
  if (type === 'boolean' && ['true', 'false'].includes(value)) return value === 'true';
  if (type === 'integer' && /^-?\d+$/.test(value)) return Number(value);
  return value;
}
