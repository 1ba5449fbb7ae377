import { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonValue } from '@backstage/types';
import { findVisibleRefs, ForCaller, Senders } from '@fairlead/backend-routes';
import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { Inbox } from '../inbox';
import { SourceRegistry } from '../sources/SourceRegistry';
import { receiveChecked } from './receiveChecked';

/** The source that reads what is sent. */
const CDEVENTS = 'cdevents';

export interface AuthorizedEventsOptions {
  auth: AuthService;
  catalog: CatalogService;
  context: ReadContext;
  inbox: Inbox;
  senders: Senders;
  sources: SourceRegistry;
}

/** Events of callers from outside. */
export class AuthorizedEvents {
  readonly #options: AuthorizedEventsOptions;

  static create(options: AuthorizedEventsOptions): AuthorizedEvents {
    return new AuthorizedEvents(options);
  }

  private constructor(options: AuthorizedEventsOptions) {
    this.#options = options;
  }

  /**
   * Takes the events that can be read and name no entity that the caller may not see, and says of the others why not.
   * Throws a NotAllowedError for a caller who may send none, and a NotFoundError where nothing reads them.
   */
  async put(
    request: {
      events: readonly JsonValue[];
      headers: Record<string, string | undefined>;
    },
    caller: ForCaller,
  ): Promise<IntakeResponse> {
    const { senders, sources } = this.#options;
    await senders.assertSender(CDEVENTS, caller);
    const source = sources.get(CDEVENTS);
    if (!source) {
      throw new NotFoundError(
        "Nothing here reads CDEvents: install '@fairlead/backstage-plugin-delivery-backend-module-cdevents'",
      );
    }
    return receiveChecked(source, request.events, {
      ...this.#options,
      headers: request.headers,
      findVisible: refs =>
        findVisibleRefs(refs, { ...this.#options, ...caller }),
    });
  }
}
