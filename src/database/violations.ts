// Postgres' constraint violations, recognised beside the statement that raises them.

/** True when the error is the violation of the named constraint (unique, exclusion or foreign key). */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === constraint;
}
