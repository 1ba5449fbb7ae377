/** Metadata that the catalog makes itself, or that tells which entity this is. */
const OWN_METADATA = ['name', 'namespace', 'uid', 'etag', 'generation'];

/** Annotations that tell where an entity came from. */
const LOCATION_ANNOTATIONS = [
  /^backstage\.io\/managed-by-/,
  /^backstage\.io\/(?:view|edit)-url$/,
  /^backstage\.io\/source-/,
  /^backstage\.io\/orphan$/,
];

const UNSAFE_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * Whether the catalog itself writes an annotation: it tells where the entity came from.
 *
 * @public
 */
export function isLocationAnnotation(name: string): boolean {
  return LOCATION_ANNOTATIONS.some(pattern => pattern.test(name));
}

/**
 * The keys that lead to a field of the catalog file; undefined for what no file says, such as relations, and for what
 * makes the entity another one. The names of annotations and labels hold dots themselves.
 */
export function editableKeys(path: string): string[] | undefined {
  const map = /^(metadata)\.(annotations|labels)\.(.+)$/.exec(path);
  const keys = map ? map.slice(1) : path.split('.');
  const [root, field] = keys;
  const isEditable =
    keys.length > 1 &&
    keys.every(key => key !== '' && !UNSAFE_KEYS.includes(key)) &&
    (root === 'spec' ||
      (root === 'metadata' && !OWN_METADATA.includes(field))) &&
    !(field === 'annotations' && map && isLocationAnnotation(keys[2]));
  return isEditable ? keys : undefined;
}

/** Annotations and labels are texts, whatever they spell. */
export function holdsTexts(keys: readonly string[]): boolean {
  return keys[0] === 'metadata' && ['annotations', 'labels'].includes(keys[1]);
}
