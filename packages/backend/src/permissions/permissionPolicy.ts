import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { isDemo } from '../demo/isDemo';
import { permissionModuleClosedPolicy } from './permissionModuleClosedPolicy';
import { permissionModuleDemoPolicy } from './permissionModuleDemoPolicy';

/** The policy of the demo while the demo runs, and else one that lets nobody in, until yours stands in its place. */
export const permissionPolicy = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    yield isDemo(config)
      ? permissionModuleDemoPolicy
      : permissionModuleClosedPolicy;
  },
});
