import { PreviewResponse } from '../api';

type PreviewedEntity = Pick<
  PreviewResponse['entities'][number],
  'entityRef' | 'before' | 'after'
>;

/** How much an entity is moved: its level, only its score, or nothing. */
function changeRank({ before, after }: PreviewedEntity): number {
  if (before?.level !== after.level) {
    return 0;
  }
  return before.score !== after.score ? 1 : 2;
}

function scoreChange({ before, after }: PreviewedEntity): number {
  return (after.score ?? 0) - (before?.score ?? 0);
}

/**
 * Orders the entities of a preview: those whose level changes first, then those whose score alone does, the largest
 * loss first in both, and by name where nothing tells them apart.
 *
 * @public
 */
export function compareForPreview(
  a: PreviewedEntity,
  b: PreviewedEntity,
): number {
  return (
    changeRank(a) - changeRank(b) ||
    scoreChange(a) - scoreChange(b) ||
    (a.entityRef < b.entityRef ? -1 : Number(a.entityRef > b.entityRef))
  );
}
