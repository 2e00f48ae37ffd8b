// A program that calls the API with an organiser's key.
import { createApiKey } from '../../src/organisers/create-api-key.ts';
import type { TestService } from '../support/service.ts';

export type Reply = { status: number; body: Record<string, unknown>; headers: Headers };

export type ApiClient = (method: string, path: string, body?: unknown) => Promise<Reply>;

export async function apiClient(service: TestService, organiserId: string): Promise<ApiClient> {
  const { key } = await createApiKey(service.parts, organiserId, { name: 'test', scope: 'write' });
  return (method, path, body) => call(service, key, method, path, body);
}

export async function call(
  service: TestService,
  key: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const response = await fetch(new URL(path, service.url), {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: response.status, body: parsed, headers: response.headers };
}
