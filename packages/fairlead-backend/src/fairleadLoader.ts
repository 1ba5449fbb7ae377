import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { partsFor } from './parts';
import { readChoice } from './readChoice';

/**
 * Adds the families that `fairlead.families` names, all of them when it names none, with the modules that join them.
 * What is not wanted is not even read from the disk.
 *
 * @public
 */
export const fairleadLoader = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async *loader({ config }) {
    for (const name of partsFor(readChoice(config))) {
      yield import(name);
    }
  },
});
