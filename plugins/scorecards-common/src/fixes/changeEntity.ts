import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import { holdsTexts } from './catalogFields';
import { EntityChange } from './types';

/**
 * An entity with changes made. Undefined where a field on the way to a change holds something else than fields.
 *
 * @public
 */
export function changeEntity(
  entity: Entity,
  changes: readonly EntityChange[],
): Entity | undefined {
  const changed: JsonObject = JSON.parse(JSON.stringify(entity));
  return changes.every(change => makeChange(changed, change))
    ? (changed as unknown as Entity)
    : undefined;
}

/**
 * An entity of the catalog with the fields that changes are about as its file declares them: what a list holds besides can
 * differ while the catalog has not read the file again.
 *
 * @public
 */
export function mergeDeclared(
  entity: Entity,
  declared: JsonObject,
  changes: readonly EntityChange[],
): Entity {
  const merged: JsonObject = JSON.parse(JSON.stringify(entity));
  for (const { keys } of changes) {
    const field = keys.slice(0, holdsTexts(keys) ? 3 : 2);
    const value = valueAt(declared, field);
    makeChange(
      merged,
      value === undefined
        ? { keys: field, action: 'remove' }
        : { keys: field, action: 'set', value },
    );
  }
  return merged as unknown as Entity;
}

/** Makes one change in place; false where the place for it is not there and cannot be made. */
export function makeChange(root: JsonObject, change: EntityChange): boolean {
  const key = change.keys[change.keys.length - 1];
  let place = root;
  for (const step of change.keys.slice(0, -1)) {
    const next = own(place, step);
    if (next === undefined || next === null) {
      if (change.action === 'remove' || change.action === 'drop') {
        return true;
      }
      const made: JsonObject = {};
      place[step] = made;
      place = made;
    } else if (isObject(next)) {
      place = next;
    } else {
      return false;
    }
  }
  const value = own(place, key);
  switch (change.action) {
    case 'set':
      place[key] = change.value;
      return true;
    case 'remove':
      delete place[key];
      return true;
    case 'append':
      if (value !== undefined && value !== null && !Array.isArray(value)) {
        return false;
      }
      place[key] = (value ?? []).some(item => isSame(item, change.value))
        ? value
        : [...(value ?? []), change.value];
      return true;
    default:
      if (Array.isArray(value)) {
        place[key] = value.filter(item => !isSame(item, change.value));
      }
      return true;
  }
}

/** Whether two values are the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The value at the end of some keys. */
export function valueAt(
  root: unknown,
  keys: readonly string[],
): JsonValue | undefined {
  let value = root as JsonValue | undefined;
  for (const key of keys) {
    value = isObject(value) ? own(value, key) : undefined;
  }
  return value;
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return isObject(value)
    ? Object.keys(value)
        .sort()
        .map(key => [key, sorted(value[key])])
    : value;
}
