import {
  BackfillRequest,
  BackfillState,
  Page,
  QuarantinedDelivery,
  ReplayRequest,
  SourceHealth,
} from '@fairlead/backstage-plugin-delivery-common';
import { RawVisibility } from '../../catalog/visibility';

/** How the sources are doing, and what an operator can do about it. */
export interface SourceStatuses {
  list(): Promise<SourceHealth[]>;
  /** Deliveries that could not be read, the newest first: persons masked, and payloads withheld that are not to be seen. */
  listQuarantine(
    query: { source?: string; limit: number; cursor?: string },
    options: { raw: RawVisibility },
  ): Promise<Page<QuarantinedDelivery>>;
  /**
   * Has deliveries read once more, as if they had just come, and none of other sources than these.
   *
   * @throws InputError if neither deliveries nor a source are named
   */
  replay(
    request: ReplayRequest,
    options: { sources: 'all' | readonly string[] },
  ): Promise<{ replayed: number }>;
  /**
   * Asks a source for its past.
   *
   * @throws NotFoundError if there is no such source, InputError if it cannot be asked, ConflictError if it is being
   *   asked already
   */
  backfill(request: BackfillRequest): Promise<BackfillState>;
}
