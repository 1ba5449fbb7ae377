import { AuthService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  FAIRLEAD_API_VERSION,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Readable } from 'node:stream';
import { toDocuments } from './toDocuments';

/** Reads the definitions of all scorecards from the catalog. How entities stand with them is not looked at. */
export class ScorecardCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'scorecards';
  readonly visibilityPermission = catalogEntityReadPermission;

  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
  }): ScorecardCollatorFactory {
    return new ScorecardCollatorFactory(options);
  }

  private constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collate());
  }

  async *#collate(): AsyncIterable<IndexableDocument> {
    const pages = this.#catalog.streamEntities(
      { filter: { kind: 'Scorecard' } },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const entity of page) {
        // Other products have a kind of this name, too.
        if (entity.apiVersion === FAIRLEAD_API_VERSION) {
          yield* toDocuments(entity as ScorecardEntityV1alpha1);
        }
      }
    }
  }
}
