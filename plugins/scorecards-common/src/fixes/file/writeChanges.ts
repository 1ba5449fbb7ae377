import { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { makeChange } from '../changeEntity';
import { EntityChange } from '../types';

/**
 * What changes write into a catalog file, as lines of YAML to copy. Empty where they only take something away.
 *
 * @public
 */
export function writeChanges(changes: readonly EntityChange[]): string {
  const lines: JsonObject = {};
  for (const change of changes) {
    if (change.action === 'set' || change.action === 'append') {
      makeChange(lines, change);
    }
  }
  return Object.keys(lines).length > 0
    ? stringify(lines, { lineWidth: 0 }).trimEnd()
    : '';
}
