// Turns Google's description into JSON Schema: closed objects, int64 as text, date-times with an offset, and for each
// method the fields that its request must carry.
import { discovery, type DiscoveryMethod, type Field, type Parameter } from './discovery.ts';

export type Schema = Record<string, unknown>;

/** `nulls`: a patch deletes a field by null. */
type Dialect = { methodId: string; nulls: boolean };

const reply: Dialect = { methodId: '', nulls: false };
const patch: Dialect = { methodId: '', nulls: true };

const formats: Record<string, Schema> = {
  'date-time': {
    pattern: String.raw`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$`,
  },
  date: { pattern: String.raw`^\d{4}-\d\d-\d\d$` },
  int64: { pattern: String.raw`^-?\d+$` },
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
};

/** What the others refer to: to be added before any of them is compiled. */
export function sharedSchemas(): Schema {
  const named = Object.entries(discovery.schemas).flatMap(([name, field]) => [
    [name, schemaOf(field, reply)],
    [`${name}.patch`, schemaOf(field, patch)],
  ]);
  return { $id: 'calendar', $defs: Object.fromEntries(named) };
}

export function replySchema({ response }: DiscoveryMethod): Schema {
  return refTo(response!.$ref, reply);
}

export function bodySchema({ id, httpMethod, request }: DiscoveryMethod): Schema {
  const dialect = { methodId: id, nulls: httpMethod === 'PATCH' };
  return schemaOf(discovery.schemas[request!.$ref]!, dialect);
}

export function querySchema(method: DiscoveryMethod): Schema {
  const properties = Object.entries(queryParameters(method)).map(([name, parameter]) => [
    name,
    parameterSchema(parameter),
  ]);
  const required = Object.entries(queryParameters(method)).filter(([, each]) => each.required);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.map(([name]) => name),
    additionalProperties: false,
  };
}

export function queryParameters({ parameters = {} }: DiscoveryMethod): Record<string, Parameter> {
  const own = Object.entries(parameters).filter(([, { location }]) => location === 'query');
  // The sandbox always answers whole: whoever asks for a part of it would not get what Google gives.
  const { fields: _fields, ...common } = discovery.parameters;
  return { ...common, ...Object.fromEntries(own) };
}

function parameterSchema(parameter: Parameter): Schema {
  const schema = schemaOf(parameter, reply);
  return parameter.repeated ? { type: 'array', items: schema } : schema;
}

function schemaOf(field: Field, dialect: Dialect): Schema {
  if (field.$ref) return refTo(field.$ref, dialect);
  if (field.type === 'object') return objectSchema(field, dialect);
  if (field.type === 'array') return { type: 'array', items: schemaOf(field.items!, dialect) };
  if (field.type === 'any') return {};
  return scalarSchema(field);
}

function refTo(name: string, { nulls }: Dialect): Schema {
  return { $ref: `calendar#/$defs/${name}${nulls ? '.patch' : ''}` };
}

function objectSchema({ properties = {}, additionalProperties }: Field, dialect: Dialect): Schema {
  const fields = Object.entries(properties);
  const required = fields.filter(([, field]) =>
    field.annotations?.required.includes(dialect.methodId),
  );
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(([name, field]) => [name, orNull(schemaOf(field, dialect), dialect)]),
    ),
    required: required.map(([name]) => name),
    additionalProperties: additionalProperties
      ? orNull(schemaOf(additionalProperties, dialect), dialect)
      : false,
  };
}

function orNull(schema: Schema, { nulls }: Dialect): Schema {
  return nulls ? { anyOf: [{ type: 'null' }, schema] } : schema;
}

function scalarSchema({ type, format, enum: values, minimum, maximum }: Field): Schema {
  return {
    type,
    ...(format && formats[format]),
    ...(values && { enum: values }),
    ...(minimum && { minimum: Number(minimum) }),
    ...(maximum && { maximum: Number(maximum) }),
  };
}
