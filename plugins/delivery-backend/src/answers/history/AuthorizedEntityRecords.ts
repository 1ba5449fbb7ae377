import { ForCaller } from '@fairlead/backend-routes';
import {
  assertNoPerson,
  ForVisible,
  VisibilityService,
} from '../../catalog/visibility';
import { EntityRecords, EntityRecordsQuery } from './EntityRecords';

/** Answers from what the caller may see. */
export class AuthorizedEntityRecords implements EntityRecords<ForCaller> {
  readonly #records: EntityRecords<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    records: EntityRecords<ForVisible>,
    visibility: VisibilityService,
  ): AuthorizedEntityRecords {
    return new AuthorizedEntityRecords(records, visibility);
  }

  private constructor(
    records: EntityRecords<ForVisible>,
    visibility: VisibilityService,
  ) {
    this.#records = records;
    this.#visibility = visibility;
  }

  async list(query: EntityRecordsQuery, caller: ForCaller) {
    const visibility = await this.#visibility.ofCatalog(caller);
    assertNoPerson(query.entityRef);
    return this.#records.list(query, { visibility });
  }
}
