import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** Who signs in is a matter of configuration: a provider runs when `auth.providers` names it. */
export const signInProviders = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async *loader({ config }) {
    if (config.getOptional('auth.providers.oauth2Proxy')) {
      yield import(
        '@backstage/plugin-auth-backend-module-oauth2-proxy-provider'
      );
    }
  },
});
