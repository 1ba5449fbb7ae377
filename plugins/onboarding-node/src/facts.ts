import { JsonValue } from '@backstage/types';

/** A fact of an entity. @public */
export interface FactValue {
  id: string;
  value: JsonValue;
  /** ISO 8601. */
  observedAt: string;
  /** It is older than what it says of itself; it verifies nothing. */
  isStale: boolean;
}

/**
 * Where facts come from that verify tasks.
 *
 * @public
 */
export interface FactReader {
  /** Facts of entities, only those asked for. Entities without any are left out. */
  readFacts(options: {
    entityRefs: readonly string[];
    factIds: readonly string[];
  }): Promise<Map<string, FactValue[]>>;
}
