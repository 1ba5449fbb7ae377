export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of what is there, whatever it is. */
export function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
