import { createHash } from 'node:crypto';

/** The id of a runbook: short enough for an address, the same for as long as its key is. */
export function runbookIdOf(key: string): string {
  return digestOf(key).slice(0, 16);
}

/** A digest of anything that JSON can hold. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
