import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { createStarterScorecards } from './createStarterScorecards';
import { StarterOptions } from './readStarterOptions';

const NAME = 'fairlead-starters';
const LOCATION = 'fairlead:starters';

/** Puts the starter scorecards into the catalog, each time that the portal starts; without options it takes them out again. */
export class StarterScorecardsProvider implements EntityProvider {
  readonly #options?: StarterOptions;

  constructor(options?: StarterOptions) {
    this.#options = options;
  }

  getProviderName() {
    return NAME;
  }

  async connect(connection: EntityProviderConnection) {
    const scorecards = this.#options
      ? createStarterScorecards(this.#options)
      : [];
    await connection.applyMutation({
      type: 'full',
      entities: scorecards.map(scorecard => ({
        locationKey: NAME,
        entity: {
          ...scorecard,
          metadata: {
            ...scorecard.metadata,
            annotations: {
              [ANNOTATION_LOCATION]: LOCATION,
              [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
            },
          },
        },
      })),
    });
  }
}
