import { OperationsRecord } from '@fairlead/backstage-plugin-runbooks-node';
import { Knex } from 'knex';

/**
 * Keeps what one room makes of records: alerts and deployments the one, incidents the other. Each takes the kinds that it
 * knows and leaves the others. A `removed` record names no kind: whoever holds its key removes it.
 */
export interface OperationsWriter {
  /**
   * Stores records in the transaction of the position up to which their source was read.
   *
   * @remarks
   *
   * The same records may come again, also in another order. A key comes once in a call: what was told of it last.
   */
  write(
    tx: Knex.Transaction,
    records: readonly OperationsRecord[],
    options: { now: number },
  ): Promise<void>;
}
