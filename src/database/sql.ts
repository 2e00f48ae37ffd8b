// sql`select … ${value}`: a statement with its values kept apart, prepared once per connection.
import { createHash } from 'node:crypto';

export type Statement = { name: string; text: string; values: unknown[] };

export function sql(strings: TemplateStringsArray, ...values: unknown[]): Statement {
  let prepared = statements.get(strings);
  if (!prepared) {
    prepared = prepare(strings);
    statements.set(strings, prepared);
  }
  return { ...prepared, values };
}

const statements = new WeakMap<TemplateStringsArray, { name: string; text: string }>();

function prepare(strings: TemplateStringsArray): { name: string; text: string } {
  const text = strings.reduce((text, part, index) => `${text}$${index}${part}`);
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  return { name, text };
}
