// Whether two JSON values say the same; the order of an object's fields says nothing, and an absent one is undefined.
// (node:util's isDeepStrictEqual tells clones of another realm apart, as tests make them.)

export function isSameJson(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSameJson(Reflect.get(one, name), Reflect.get(other, name)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
