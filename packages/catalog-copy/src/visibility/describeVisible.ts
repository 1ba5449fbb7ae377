import { createHash } from 'node:crypto';
import { VisibleEntities } from './Visibility';

/** A set is made once and asked about many times. */
const hashes = new WeakMap<readonly string[], string>();

/** A text that is the same for callers who may read the same entities, for keys of answers. */
export function describeVisible(visible: VisibleEntities): string {
  if (visible === 'all') {
    return visible;
  }
  if ('conditions' in visible) {
    return JSON.stringify(visible);
  }
  return 'uids' in visible
    ? `uids ${hashOf(visible.uids)}`
    : `refs ${hashOf(visible.refs)}`;
}

function hashOf(values: readonly string[]): string {
  const known = hashes.get(values);
  if (known !== undefined) {
    return known;
  }
  const hash = createHash('sha256')
    .update(JSON.stringify(values))
    .digest('base64url');
  hashes.set(values, hash);
  return hash;
}
