import { ProxiedSignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  type SignInPageProps,
} from '@backstage/plugin-app-react';
import { z } from 'zod';

/**
 * Signs in without a click, through the auth provider that `app.extensions` names: the guest here,
 * and in production any provider that needs no page of its own, such as `oauth2Proxy`.
 */
const signInPage = SignInPageBlueprint.makeWithOverrides({
  configSchema: { provider: z.string().default('guest') },
  factory: (originalFactory, { config }) =>
    originalFactory({
      loader: async () => (props: SignInPageProps) =>
        <ProxiedSignInPage {...props} provider={config.provider} />,
    }),
});

export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});
