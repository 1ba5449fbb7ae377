import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  FactEntry,
  KnownFact,
  PostFactsResponse,
  scorecardsFactCreatePermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import { assertAllowed } from '@fairlead/backend-routes';
import { ForCaller } from '../results';
import { VisibilityService } from '../visibility';
import { FactSink } from './FactSink';
import { KnownFacts } from './KnownFacts';

/** Facts for callers from outside. */
export class AuthorizedFacts {
  readonly #sink: FactSink;
  readonly #known: KnownFacts;
  readonly #permissions: PermissionsService;
  readonly #visibility: VisibilityService;

  static create(options: {
    sink: FactSink;
    known: KnownFacts;
    permissions: PermissionsService;
    visibility: VisibilityService;
  }): AuthorizedFacts {
    return new AuthorizedFacts(options);
  }

  private constructor(options: {
    sink: FactSink;
    known: KnownFacts;
    permissions: PermissionsService;
    visibility: VisibilityService;
  }) {
    this.#sink = options.sink;
    this.#known = options.known;
    this.#permissions = options.permissions;
    this.#visibility = options.visibility;
  }

  async put(
    entries: FactEntry[],
    caller: ForCaller,
  ): Promise<PostFactsResponse> {
    await assertAllowed(
      this.#permissions,
      scorecardsFactCreatePermission,
      caller,
    );
    return this.#sink.put(entries);
  }

  async listKnown(caller: ForCaller): Promise<KnownFact[]> {
    await this.#visibility.assertReader(caller);
    return this.#known.list();
  }
}
