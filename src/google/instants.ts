// Instants as Google writes them.

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Null for anything that is not an instant with its offset. */
export function instantOf(value: unknown): Date | null {
  if (typeof value !== 'string' || !rfc3339.test(value)) return null;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
