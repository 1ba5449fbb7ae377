import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  FactEntry,
  KnownFact,
  PostFactsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { findVisibleRefs, Senders, ForCaller } from '@fairlead/backend-routes';
import { VisibilityService } from '../../catalog/visibility';
import { FactSink, unknownEntityReason } from './FactSink';
import { KnownFacts } from './KnownFacts';
import { parseFactEntityRef } from './parseSinkEntry';

export interface AuthorizedFactsOptions {
  auth: AuthService;
  catalog: CatalogService;
  known: KnownFacts;
  senders: Senders;
  sink: FactSink;
  visibility: VisibilityService;
}

/** Facts for callers from outside. */
export class AuthorizedFacts {
  readonly #options: AuthorizedFactsOptions;

  static create(options: AuthorizedFactsOptions): AuthorizedFacts {
    return new AuthorizedFacts(options);
  }

  private constructor(options: AuthorizedFactsOptions) {
    this.#options = options;
  }

  /**
   * Takes the entries that the caller may send: as a source that is the caller's, about an entity that the caller may
   * see. Of the others it says why not, the same for an entity that is hidden and for one that does not exist. Throws a
   * NotAllowedError for a caller who may send as no source.
   */
  async put(
    entries: FactEntry[],
    caller: ForCaller,
  ): Promise<PostFactsResponse> {
    const { auth, catalog, senders, sink } = this.#options;
    const rights = await senders.rightsOf(caller);
    const refs = entries.map(entry => parseFactEntityRef(entry.entityRef));
    const visible = await findVisibleRefs(
      refs.flatMap(ref => ref ?? []),
      { auth, catalog, ...caller },
    );
    const rejected: PostFactsResponse['rejected'] = [];
    const sendable: number[] = [];
    for (const [index, { source }] of entries.entries()) {
      const ref = refs[index];
      const reason =
        rights.refusal(source) ??
        // The sink reports refs that cannot be parsed.
        (ref && !visible.has(ref) ? unknownEntityReason(ref) : undefined);
      if (reason) {
        rejected.push({ index, reason });
      } else {
        sendable.push(index);
      }
    }
    const taken = await sink.put(sendable.map(index => entries[index]));
    return {
      accepted: taken.accepted,
      rejected: [
        ...rejected,
        ...taken.rejected.map(({ index, reason }) => ({
          index: sendable[index],
          reason,
        })),
      ].sort((a, b) => a.index - b.index),
    };
  }

  async listKnown(caller: ForCaller): Promise<KnownFact[]> {
    await this.#options.visibility.assertReader(caller);
    return this.#options.known.list();
  }
}
