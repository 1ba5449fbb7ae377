import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { OperationsRecord } from './records';

/** A page of records, and where the next one begins. @public */
export interface OperationsPage {
  records: readonly OperationsRecord[];
  /** Stored with the records in one transaction; handed to the next run. */
  cursor: string;
}

/**
 * Where alerts, incidents and deployments come from.
 *
 * @public
 */
export interface OperationsSource {
  /** Lower case words joined by `-`; its position is stored under it. */
  id: string;
  /** Answers what is new since the cursor, page by page. Records may come again, and in any order. */
  observe(options: {
    /** Of the last page that was stored; undefined at the beginning. */
    cursor: string | undefined;
    signal: AbortSignal;
  }): AsyncIterable<OperationsPage>;
}

/** Adds sources of alerts, incidents and deployments. @public */
export interface OperationsSourcesExtensionPoint {
  addOperationsSource(...sources: OperationsSource[]): void;
}

/** Where modules add their sources. @public */
export const operationsSourcesExtensionPoint =
  createExtensionPoint<OperationsSourcesExtensionPoint>({
    id: 'runbooks.operations-sources',
  });
