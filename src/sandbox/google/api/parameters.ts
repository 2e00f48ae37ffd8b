// Reads path and query parameters, and the conditions in the headers.
import { isTimeZone } from '../times.ts';
import type { Call, Reply } from './call.ts';
import { conditionNotMet, invalid, notFound } from './refusals.ts';

export function text({ params }: Call, name: string): string | undefined {
  const value = params[name];
  return Array.isArray(value) ? value[0] : value;
}

export function texts({ params }: Call, name: string): string[] {
  const value = params[name] ?? [];
  return Array.isArray(value) ? value : [value];
}

export function flag(call: Call, name: string): boolean {
  return text(call, name) === 'true';
}

export function whole(call: Call, name: string, fallback: number, most: number): number {
  const value = text(call, name);
  return value === undefined ? fallback : Math.min(Number(value), most);
}

export function instant(call: Call, name: string): number | undefined {
  const value = text(call, name);
  return value === undefined ? undefined : checkedInstant(value, name);
}

export function checkedInstant(value: string, name: string): number {
  const at = Date.parse(value);
  if (Number.isNaN(at) || !/T.*(Z|[+-]\d\d:\d\d)$/i.test(value)) {
    throw invalid(`Invalid value for: Invalid format: "${value}"`, name);
  }
  return at;
}

export function timeZone(call: Call, fallback: string): string {
  const zone = text(call, 'timeZone') ?? fallback;
  if (!isTimeZone(zone)) throw invalid('Invalid time zone.', 'timeZone');
  return zone;
}

/** Refused with 412 when the caller knows another version. */
export function checkIfMatch({ ifMatch }: Call, etag: string): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etag) throw conditionNotMet();
}

/** 304 when the caller knows this version already. */
export function answer({ ifNoneMatch }: Call, body: object, etag: string): Reply {
  return ifNoneMatch === etag ? { status: 304, etag } : { status: 200, body, etag };
}

export function pathId(call: Call, name: string): string {
  const id = text(call, name);
  if (!id) throw notFound();
  return id;
}
