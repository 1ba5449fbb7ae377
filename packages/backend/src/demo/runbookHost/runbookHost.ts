import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { startRunbookHost } from './startRunbookHost';

const runbookHostServiceRef = createServiceRef<{}>({
  id: 'demo.runbook-host',
  scope: 'root',
});

/**
 * Runs the host of the demo's runbooks while `demo.runbookHost.port` is set. It is there before any plugin, so that the
 * catalog finds it at its first look.
 */
export const runbookHost = createServiceFactory({
  service: runbookHostServiceRef,
  initialization: 'always',
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.rootLifecycle,
    logger: coreServices.rootLogger,
  },
  async factory({ config, lifecycle, logger }) {
    const port = config.getOptionalNumber('demo.runbookHost.port');
    if (port === undefined) {
      return {};
    }
    try {
      const host = await startRunbookHost({
        folder: resolvePackagePath('backend', 'demo', 'runbooks'),
        port,
      });
      lifecycle.addShutdownHook(() => host.stop());
    } catch (error) {
      // Another portal of the demo serves the same already.
      logger.warn(`Demo: the host of the runbooks does not start: ${error}`);
    }
    return {};
  },
});
