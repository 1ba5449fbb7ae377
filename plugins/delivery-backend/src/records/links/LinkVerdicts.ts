import { LinkVerdictRequest } from '@fairlead/backstage-plugin-delivery-common';
import { ForVisible } from '../../catalog/visibility';

/** What people say of inferred causes. */
export interface LinkVerdicts {
  /**
   * Who owns the entities of the incident. Throws an InputError for a key of another kind of record, and a NotFoundError
   * for a record of no entity that the caller may see.
   */
  listOwners(named: LinkVerdictRequest, scope: ForVisible): Promise<string[]>;

  /**
   * Stores a verdict as a link between the two records, merged like whatever a source tells: a later verdict outranks an
   * earlier one, and no recomputation loses it.
   */
  give(verdict: LinkVerdictRequest): Promise<void>;
}
