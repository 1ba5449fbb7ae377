import { EnvironmentRule } from '@fairlead/backstage-plugin-delivery-common';
import { createHash } from 'node:crypto';

/**
 * Positions in the feed, each with the environment rules by which what stands before it was read: under other rules other
 * deployments are of production, and everything is read again.
 */
export function createCursors(environments: readonly EnvironmentRule[]) {
  const rules = createHash('sha256')
    .update(
      JSON.stringify(
        environments.map(({ pattern, class: kind }) => [pattern.source, kind]),
      ),
    )
    .digest('base64url')
    .slice(0, 16);
  const prefix = `${rules}.`;
  return {
    /** The position; undefined for the beginning. */
    read: (cursor: string | undefined): string | undefined =>
      cursor?.startsWith(prefix) ? cursor.slice(prefix.length) : undefined,
    write: (after: string): string => `${prefix}${after}`,
  };
}
