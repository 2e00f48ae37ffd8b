// Google's own description of Calendar v3 (methods, parameters, scopes, schemas), and which method a path means.
import { readFileSync } from 'node:fs';

export type Field = {
  type?: string;
  format?: string;
  $ref?: string;
  enum?: string[];
  minimum?: string;
  maximum?: string;
  properties?: Record<string, Field>;
  additionalProperties?: Field;
  items?: Field;
  /** The methods whose request must carry it. */
  annotations?: { required: string[] };
};

export type Parameter = Field & {
  location: 'path' | 'query';
  required?: boolean;
  repeated?: boolean;
};

export type DiscoveryMethod = {
  id: string;
  httpMethod: string;
  path: string;
  parameters?: Record<string, Parameter>;
  scopes: string[];
  request?: { $ref: string };
  response?: { $ref: string };
};

type Discovery = {
  servicePath: string;
  parameters: Record<string, Parameter>;
  resources: Record<string, { methods: Record<string, DiscoveryMethod> }>;
  schemas: Record<string, Field>;
};

export const discovery = JSON.parse(
  readFileSync(new URL('./calendar-v3.facts.json', import.meta.url), 'utf8'),
) as Discovery;

const methods = Object.values(discovery.resources).flatMap((resource) =>
  Object.values(resource.methods),
);

const routes = methods.map((method) => ({ method, pattern: patternOf(method.path) }));

export type Route = { method: DiscoveryMethod; path: Record<string, string> };

export function findRoute(httpMethod: string, encodedPath: string): Route | null {
  for (const { method, pattern } of routes) {
    const match = method.httpMethod === httpMethod && pattern.exec(encodedPath);
    const path = match && decoded(match.groups ?? {});
    if (path) return { method, path };
  }
  return null;
}

export function getMethod(id: string): DiscoveryMethod {
  const method = methods.find((each) => each.id === id);
  if (!method) throw new Error(`Calendar v3 has no ${id}`);
  return method;
}

function patternOf(path: string): RegExp {
  const pattern = path.replaceAll(/\{(\w+)\}/g, String.raw`(?<$1>[^/]+)`);
  return new RegExp(`^/${discovery.servicePath}${pattern}$`);
}

/** Null where the encoding is none. */
function decoded(groups: Record<string, string>): Record<string, string> | null {
  try {
    const values = Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]);
    return Object.fromEntries(values) as Record<string, string>;
  } catch {
    return null;
  }
}
