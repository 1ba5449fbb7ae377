import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * The kinds of records.
 *
 * @public
 */
export type RecordKind =
  | 'change'
  | 'run'
  | 'job'
  | 'approval'
  | 'deployment'
  | 'incident'
  | 'alert'
  | 'test'
  | 'link';

/** All kinds of records. @public */
export const RECORD_KINDS: readonly RecordKind[] = [
  'change',
  'run',
  'job',
  'approval',
  'deployment',
  'incident',
  'alert',
  'test',
  'link',
];

const escape = (part: string) => part.replace(/[%:]/g, encodeURIComponent);

/**
 * The stable name of a record: its kind and the parts that identify it, joined by colons. Colons inside a part
 * are written `%3A`, so different parts never give the same key.
 *
 * @example
 * `change:github:acme/shop:42`
 *
 * @public
 */
export function stringifyRecordKey(
  kind: RecordKind,
  parts: readonly (string | number)[],
): string {
  return [kind, ...parts.map(part => escape(String(part)))].join(':');
}

/**
 * Takes a record key apart.
 *
 * @throws InputError if the text is not the key of a record
 * @public
 */
export function parseRecordKey(key: string): {
  kind: RecordKind;
  parts: string[];
} {
  const [kind, ...parts] = key.split(':');
  if (!RECORD_KINDS.includes(kind as RecordKind) || parts.length === 0) {
    throw new InputError(`'${key}' is not the key of a delivery record`);
  }
  try {
    return { kind: kind as RecordKind, parts: parts.map(decodeURIComponent) };
  } catch {
    throw new InputError(`'${key}' is not the key of a delivery record`);
  }
}

/** Accepts the key of a record. @public */
export const recordKeySchema = z
  .string()
  .regex(new RegExp(`^(${RECORD_KINDS.join('|')})(:[^:]*)+$`));
