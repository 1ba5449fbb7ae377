import { createBackendModule } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** Takes the user that the address names for whoever signs in: in the demo nobody is asked for a password. */
const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize() {},
  async authenticate({ req }) {
    const { user } = req.query;
    if (typeof user !== 'string') {
      throw new InputError("Query 'user': says as whom to sign in");
    }
    return { result: { userRef: user } };
  },
});

/** Signs in as any person of the demo organisation, so that a buddy and a manager can be looked at too. */
export const authModuleDemoPerson = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-person',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({ entityRef: result.userRef }),
          }),
        });
      },
    });
  },
});
