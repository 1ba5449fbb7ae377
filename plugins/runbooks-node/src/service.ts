import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  EntityRunbookValues,
  FinishedDrill,
  RunbookDocument,
} from '@fairlead/backstage-plugin-runbooks-common';
import { RunbooksServiceClient } from './RunbooksServiceClient';

/** A page of what is told to other backends. @public */
export interface ValuesPage<T> {
  items: T[];
  /** For the next page, now or later; the same again where nothing is new. */
  cursor: string;
}

/**
 * The runbooks backend as other backends see it.
 *
 * @public
 */
export interface RunbooksService {
  /**
   * What is known of the entities whose values changed, page by page, for ever resumable; see `GET /entity-values`.
   *
   * @param options - `after` is the cursor of the page before
   */
  readEntityValues(options?: {
    after?: string;
    limit?: number;
  }): Promise<ValuesPage<EntityRunbookValues>>;
  /**
   * The texts of all runbooks, page by page; see `GET /search-documents`. An empty page is the end.
   *
   * @param options - `after` is the cursor of the page before
   */
  readSearchDocuments(options?: {
    after?: string;
    limit?: number;
  }): Promise<ValuesPage<RunbookDocument>>;
  /**
   * The drills that persons finished, with whose each was, page by page, for ever resumable; see `GET /finished-drills`.
   *
   * @param options - `after` is the cursor of the page before
   */
  readFinishedDrills(options?: {
    after?: string;
    limit?: number;
  }): Promise<ValuesPage<FinishedDrill>>;
}

/**
 * Reaches the runbooks backend from another plugin, with that plugin's own credentials.
 *
 * @public
 */
export const runbooksServiceRef = createServiceRef<RunbooksService>({
  id: 'runbooks.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => RunbooksServiceClient.create(deps),
    }),
});
