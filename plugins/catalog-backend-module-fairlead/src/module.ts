import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { scorecardsServiceRef } from '@fairlead/backstage-plugin-scorecards-node';
import { fairleadCatalogModelLayer } from './fairleadCatalogModelLayer';
import { OnboardingTrackProcessor } from './onboarding';
import { RunbookProcessor } from './runbooks';
import { ScorecardProcessor, ServiceKnownFacts } from './scorecards';
import { readStarterOptions, StarterScorecardsProvider } from './starters';

/**
 * Teaches the catalog the kinds of Fairlead, and to refuse definitions that do not make sense.
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
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        scorecards: scorecardsServiceRef,
      },
      async init({ config, logger, model, processing, scorecards }) {
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
