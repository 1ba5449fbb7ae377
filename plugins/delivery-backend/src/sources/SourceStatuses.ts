import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BackfillRequest,
  BackfillState,
  Page,
  QuarantinedDelivery,
  ReplayRequest,
  SourceHealth,
} from '@fairlead/backstage-plugin-delivery-common';

/** How the sources are doing, and what an operator can do about it. */
export interface SourceStatuses<TOptions = {}> {
  list(options: TOptions): Promise<SourceHealth[]>;
  /** Deliveries that could not be read, the newest first. */
  listQuarantine(
    query: { source?: string; limit: number; cursor?: string },
    options: TOptions,
  ): Promise<Page<QuarantinedDelivery>>;
  /**
   * Has deliveries read once more, as if they had just come.
   *
   * @throws InputError if neither deliveries nor a source are named
   */
  replay(
    request: ReplayRequest,
    options: TOptions,
  ): Promise<{ replayed: number }>;
  /**
   * Asks a source for its past.
   *
   * @throws NotFoundError if there is no such source, InputError if it cannot be asked, ConflictError if it is being
   *   asked already
   */
  backfill(request: BackfillRequest, options: TOptions): Promise<BackfillState>;
}

/** What callers from outside give. */
export interface ForCaller {
  credentials: BackstageCredentials;
}
