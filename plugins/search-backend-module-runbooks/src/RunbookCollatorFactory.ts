import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { RunbookDocument } from '@fairlead/backstage-plugin-runbooks-common';
import { RunbooksService } from '@fairlead/backstage-plugin-runbooks-node';
import { Readable } from 'node:stream';

const PAGE_SIZE = 100;

/** How much of a text is indexed: PostgreSQL refuses to, beyond a megabyte of words, and with it all others of a batch. */
const MOST_CHARACTERS = 200_000;

/**
 * Reads the texts of all runbooks. Each is found by those who may read the entity that it is, or the first of those that
 * name it: an engine knows one resource of a document.
 */
export class RunbookCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'runbooks';
  readonly visibilityPermission = catalogEntityReadPermission;

  readonly #runbooks: Pick<RunbooksService, 'readSearchDocuments'>;

  static create(options: {
    runbooks: Pick<RunbooksService, 'readSearchDocuments'>;
  }): RunbookCollatorFactory {
    return new RunbookCollatorFactory(options);
  }

  private constructor(options: {
    runbooks: Pick<RunbooksService, 'readSearchDocuments'>;
  }) {
    this.#runbooks = options.runbooks;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collate());
  }

  async *#collate(): AsyncIterable<IndexableDocument> {
    let after: string | undefined;
    for (;;) {
      const { items, cursor } = await this.#runbooks.readSearchDocuments({
        after,
        limit: PAGE_SIZE,
      });
      yield* items.map(toDocument);
      if (items.length === 0) {
        return;
      }
      after = cursor;
    }
  }
}

function toDocument(runbook: RunbookDocument) {
  const { id, title, text, entityRef, ownerRef, alerts, tier } = runbook;
  return {
    title,
    // Half a surrogate pair is no text that a database takes.
    text: text.slice(0, MOST_CHARACTERS).toWellFormed(),
    location: `/runbooks/${encodeURIComponent(id)}`,
    authorization: { resourceRef: entityRef },
    // Engines find by, and filter on, any field.
    alerts: alerts.join(' '),
    owner: ownerRef ?? '',
    tier,
  };
}
