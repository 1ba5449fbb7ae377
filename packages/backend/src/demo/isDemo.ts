import { RootConfigService } from '@backstage/backend-plugin-api';

/** Whether the demo runs: only where `app-config.demo.yaml` is read, as `npm start` does. */
export function isDemo(config: RootConfigService): boolean {
  return config.getOptionalBoolean('demo.enabled') ?? false;
}
