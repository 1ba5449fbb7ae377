import { getJsonValueAtPath } from '@backstage/filter-predicates';
import { JsonValue } from '@backstage/types';

/** Reads the value at one path of an entity or of a part of it. */
export type PathReader = (root: unknown) => JsonValue | undefined;

interface Candidate {
  key: string;
  rest: string;
  readRest: PathReader | undefined;
}

/**
 * Resolves a dotted path ahead, so that reading is a few property accesses. What it reads is what `getJsonValueAtPath`
 * reads: keys may hold dots themselves, as those of annotations do, and where several keys fit the library's search
 * decides.
 */
export function compilePath(path: string): PathReader {
  const candidates: Candidate[] = [
    { key: path, rest: '', readRest: undefined },
  ];
  for (
    let dot = path.indexOf('.');
    dot >= 0;
    dot = path.indexOf('.', dot + 1)
  ) {
    const rest = path.slice(dot + 1);
    if (rest) {
      candidates.unshift({
        key: path.slice(0, dot),
        rest,
        readRest: undefined,
      });
    }
  }
  return root => {
    if (typeof root !== 'object' || root === null || Array.isArray(root)) {
      return undefined;
    }
    const object = root as Record<string, JsonValue | undefined>;
    let found: Candidate | undefined;
    for (let index = 0; index < candidates.length; index += 1) {
      const candidate = candidates[index];
      if (
        object[candidate.key] !== undefined &&
        Object.hasOwn(object, candidate.key)
      ) {
        if (found) {
          return getJsonValueAtPath(object as JsonValue, path);
        }
        found = candidate;
      }
    }
    if (!found) {
      return undefined;
    }
    const value = object[found.key];
    if (!found.rest) {
      return value;
    }
    found.readRest ??= compilePath(found.rest);
    return found.readRest(value);
  };
}
