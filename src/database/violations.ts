// Postgres' constraint violations, recognised beside the statement that raises them.

/** True when the error is the violation of the named constraint (unique, exclusion or foreign key). */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === constraint;
}

/** Text that Postgres cannot keep: a NUL character, which no person types. */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof Error && 'code' in error && unstorable.has(error.code);
}

const unstorable: ReadonlySet<unknown> = new Set(['22021', '22P05']);
