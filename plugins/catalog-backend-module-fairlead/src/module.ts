import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { scorecardsServiceRef } from '@fairlead/backstage-plugin-scorecards-node';
import { entityStreamsServiceRef } from '@fairlead/catalog-copy';
import { fairleadCatalogModelLayer } from './fairleadCatalogModelLayer';
import { OnboardingTrackProcessor } from './onboarding';
import { createRevisionReader } from './revisions';
import { RunbookProcessor } from './runbooks';
import { ScorecardProcessor, ServiceKnownFacts } from './scorecards';
import { readStarterOptions, StarterScorecardsProvider } from './starters';

/**
 * Teaches the catalog the kinds of Fairlead, and to refuse definitions that do not make sense. Tells the families that run in
 * the same process when nothing has changed in the catalog.
 *
 * @public
 */
export const catalogModuleFairlead = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'fairlead',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        scorecards: scorecardsServiceRef,
        streams: entityStreamsServiceRef,
      },
      async init({
        config,
        database,
        logger,
        model,
        processing,
        scorecards,
        streams,
      }) {
        streams.offerRevision(createRevisionReader({ database, logger }));
        model.addModelSource(
          CatalogModelSources.static([fairleadCatalogModelLayer]),
        );
        processing.addProcessor(
          new ScorecardProcessor({
            facts: new ServiceKnownFacts({ scorecards, logger }),
          }),
        );
        processing.addProcessor(new RunbookProcessor());
        processing.addProcessor(new OnboardingTrackProcessor());
        processing.addEntityProvider(
          new StarterScorecardsProvider(readStarterOptions(config)),
        );
      },
    });
  },
});
