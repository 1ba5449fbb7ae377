import { StoredRef } from './EntityStore';

/** Above this share of all entities (and this number), a deletion waits. */
const MASS_DELETION = { share: 0.2, count: 20 };

/** A catalog that is being filled again is given this long before entities are taken to be gone. */
const MASS_DELETION_DELAY = 15 * 60_000;

/** What becomes of entities that the catalog does not answer. */
export interface MissingEntities {
  /** The refs of those that may be gone. */
  removable: string[];
  /** The refs of those that are kept for now; their time runs from when this was first said of them. */
  waiting: string[];
  /** Why some are kept. */
  reason?: string;
}

/** Judges by number and time whether missing entities may be taken to be gone, or the catalog to be unwell. */
export function judgeMissing(
  missing: readonly StoredRef[],
  options: { total: number; now: number },
): MissingEntities {
  const { total, now } = options;
  const refs = missing.map(({ entityRef }) => entityRef);
  if (missing.length > 0 && missing.length === total) {
    return {
      removable: [],
      // The delay starts when the catalog answers entities again.
      waiting: [],
      reason: `The catalog answered no entities; the ${total} known ones are kept until it answers some`,
    };
  }
  const isMass =
    missing.length > MASS_DELETION.count &&
    missing.length > MASS_DELETION.share * total;
  if (!isMass) {
    return { removable: refs, waiting: [] };
  }
  const removable = missing
    .filter(
      ({ missingSince = now }) => now - missingSince >= MASS_DELETION_DELAY,
    )
    .map(({ entityRef }) => entityRef);
  const gone = new Set(removable);
  const waiting = refs.filter(ref => !gone.has(ref));
  return {
    removable,
    waiting,
    ...(waiting.length > 0 && {
      reason: `${missing.length} of ${total} entities are gone from the catalog; ${waiting.length} are kept until that has held for 15 minutes`,
    }),
  };
}
