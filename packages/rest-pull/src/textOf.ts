import { JsonObject, JsonValue } from '@backstage/types';

/** The text of a field; undefined for anything else. @public */
export function textOf(
  value: JsonValue | undefined,
  field: string,
): string | undefined {
  const text = (value as JsonObject | undefined | null)?.[field];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
