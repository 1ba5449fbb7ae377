import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import {
  BackfillRequest,
  deliverySourceReadPermission,
  deliverySourceUpdatePermission,
  ReplayRequest,
} from '@fairlead/backstage-plugin-delivery-common';
import { VisibilityService } from '../../catalog/visibility';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';
import { SourceCondition } from './SourceCondition';
import { SourceStatuses } from './SourceStatuses';

export interface AuthorizedSourceStatusesOptions {
  holdsFor: SourceCondition;
  permissions: PermissionsService;
  sources: SourceRegistry;
  visibility: VisibilityService;
}

/** Shows sources to whom may see them, and lets those act who may, each on the sources that are theirs. */
export class AuthorizedSourceStatuses {
  readonly #inner: SourceStatuses;
  readonly #options: AuthorizedSourceStatusesOptions;

  static create(
    inner: SourceStatuses,
    options: AuthorizedSourceStatusesOptions,
  ): AuthorizedSourceStatuses {
    return new AuthorizedSourceStatuses(inner, options);
  }

  private constructor(
    inner: SourceStatuses,
    options: AuthorizedSourceStatusesOptions,
  ) {
    this.#inner = inner;
    this.#options = options;
  }

  async list(caller: ForCaller) {
    const { permissions } = this.#options;
    await assertAllowed(permissions, deliverySourceReadPermission, caller);
    return this.#inner.list();
  }

  async listQuarantine(
    query: Parameters<SourceStatuses['listQuarantine']>[0],
    caller: ForCaller,
  ) {
    const raw = await this.#options.visibility.ofRaw({
      ...caller,
      permission: deliverySourceReadPermission,
    });
    return this.#inner.listQuarantine(query, { raw });
  }

  async replay(request: ReplayRequest, caller: ForCaller) {
    const decision = await this.#decideUpdate(request.source, caller);
    return this.#inner.replay(request, { sources: this.#sourcesOf(decision) });
  }

  async backfill(request: BackfillRequest, caller: ForCaller) {
    await this.#decideUpdate(request.source, caller);
    return this.#inner.backfill(request);
  }

  /** Throws a NotAllowedError for a caller who may not act on the source, or without one on none at all. */
  async #decideUpdate(
    source: string | undefined,
    caller: ForCaller,
  ): Promise<PolicyDecision> {
    const { holdsFor, permissions } = this.#options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission: deliverySourceUpdatePermission }],
      caller,
    );
    const { name } = deliverySourceUpdatePermission;
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(`You need the permission '${name}'`);
    }
    if (source !== undefined && !holdsFor(decision, source)) {
      throw new NotAllowedError(
        `You need the permission '${name}' for source '${source}'`,
      );
    }
    return decision;
  }

  #sourcesOf(decision: PolicyDecision): 'all' | string[] {
    const { holdsFor, sources } = this.#options;
    return decision.result === AuthorizeResult.ALLOW
      ? 'all'
      : sources
          .list()
          .map(({ id }) => id)
          .filter(id => holdsFor(decision, id));
  }
}
