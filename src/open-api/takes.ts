// One line of the API's description.
import { z } from 'zod';
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiPathsObject,
  ZodOpenApiResponseObject,
} from 'zod-openapi';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; the one thing to branch on.' }),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    alternatives: z.array(z.object({ start: z.string(), end: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

const anything = z.looseObject({});
const text = z.string();

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Status = 200 | 201 | 204;

type Part = {
  body?: z.ZodType;
  query?: z.ZodObject;
  answer?: z.ZodType;
  status?: Status;
  /** How it is answered too: a repeat, or where less could be done. */
  or?: { status: Status; answer?: z.ZodType };
  /** The answer is a file of one of these kinds, not JSON alone. */
  files?: readonly ('text/csv' | 'text/calendar' | 'application/json')[];
};

/** One line of the document: `takes('post', '/api/holds', 'Keep a slot', {body, answer})`. */
export function takes(
  verb: Verb,
  path: string,
  summary: string,
  part: Part = {},
): ZodOpenApiPathsObject {
  const { body, query, status = 200, or } = part;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const pathInput = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  const operation: ZodOpenApiOperationObject = {
    summary,
    tags: [tagOf(path)],
    ...(tagOf(path) !== 'Attendee' && { security: [{ key: [] }, { session: [] }] }),
    requestParams: { path: pathInput, ...(query && { query }) },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      [status]: done(status, part),
      ...(or && { [or.status]: done(or.status, or) }),
      default: {
        description: 'What went wrong',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
  return { [path]: { [verb]: operation } };
}

function done(status: Status, { answer = anything, files }: Part): ZodOpenApiResponseObject {
  if (status === 204) return { description: 'Done' };
  const kinds = files?.map((kind) => [
    kind,
    { schema: kind === 'application/json' ? answer : text },
  ]);
  const content = kinds ? Object.fromEntries(kinds) : { 'application/json': { schema: answer } };
  return { description: 'Done', content };
}

function tagOf(path: string): 'Attendee' | 'Organiser' | 'Administrator' {
  if (path.startsWith('/api/administration')) return 'Administrator';
  return path.startsWith('/api/me') ? 'Organiser' : 'Attendee';
}
