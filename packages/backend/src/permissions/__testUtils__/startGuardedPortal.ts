import {
  AuthService,
  BackstageCredentials,
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { JsonArray } from '@backstage/types';

import {
  catalogProcessingExtensionPoint,
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import authBackend from '@backstage/plugin-auth-backend';
import catalogBackend from '@backstage/plugin-catalog-backend';
import catalogModuleFairlead from '@fairlead/backstage-plugin-catalog-backend-module-fairlead';
import mcpActionsBackend from '@backstage/plugin-mcp-actions-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import scorecardsBackend from '@fairlead/backstage-plugin-scorecards-backend';
import onboardingBackend from '@fairlead/backstage-plugin-onboarding-backend';
import runbooksBackend from '@fairlead/backstage-plugin-runbooks-backend';
import deliveryBackend from '@fairlead/backstage-plugin-delivery-backend';
import cdeventsSource from '@fairlead/backstage-plugin-delivery-backend-module-cdevents';
import oauth2ProxyProvider from '@backstage/plugin-auth-backend-module-oauth2-proxy-provider';
import {
  DeliverySource,
  deliverySourcesExtensionPoint,
} from '@fairlead/backstage-plugin-delivery-node';
import { setTimeout } from 'node:timers/promises';
import { permissionModuleTeamPolicy } from '../permissionModuleTeamPolicy';
import { entities } from './entities';
import { operationsModule } from './operationsModule';

type Family = 'scorecards' | 'delivery' | 'onboarding' | 'runbooks';

/** A source that can be asked for its past, and has none. */
const testSource: DeliverySource = {
  id: 'test',
  title: 'Test',
  topics: ['test'],
  typeOf: () => 'told',
  read: () => [],
  pull: { annotations: [], async *pull() {} },
};

/**
 * All families behind the authentication and the permissions of Backstage, with the policy of the docs, a catalog that
 * applies its conditions, and users who sign in as they do in production.
 */
export async function startGuardedPortal(options: {
  /** `backend.auth.externalAccess` */
  externalAccess: JsonArray;
}) {
  const inside: Partial<{
    auth: AuthService;
    catalog: CatalogService;
    delivery: SchedulerService;
    onboarding: SchedulerService;
    runbooks: SchedulerService;
    scorecards: SchedulerService;
  }> = {};

  const { server } = await startTestBackend({
    features: [
      authServiceFactory,
      httpAuthServiceFactory,
      httpRouterServiceFactory,
      permissionsServiceFactory,
      permissionsRegistryServiceFactory,
      userInfoServiceFactory,
      actionsRegistryServiceFactory,
      actionsServiceFactory,
      // One for each plugin: the families have tasks of the same name.
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => mockServices.scheduler(),
      }),
      mockServices.rootConfig.factory({ data: configWith(options) }),
      authBackend,
      oauth2ProxyProvider,
      catalogBackend,
      catalogModuleFairlead,
      permissionBackend,
      permissionModuleTeamPolicy,
      scorecardsBackend,
      deliveryBackend,
      cdeventsSource,
      onboardingBackend,
      runbooksBackend,
      operationsModule,
      mcpActionsBackend,
      catalogOf(entities),
      createBackendModule({
        pluginId: 'delivery',
        moduleId: 'test-source',
        register(env) {
          env.registerInit({
            deps: { sources: deliverySourcesExtensionPoint },
            init: async ({ sources }) => sources.addSource(testSource),
          });
        },
      }),
      schedulerOf('scorecards'),
      schedulerOf('delivery'),
      schedulerOf('onboarding'),
      schedulerOf('runbooks'),
      createBackendPlugin({
        pluginId: 'another',
        register(env) {
          env.registerInit({
            deps: { auth: coreServices.auth, catalog: catalogServiceRef },
            async init(deps) {
              Object.assign(inside, deps);
            },
          });
        },
      }),
    ],
  });
  const url = `http://localhost:${server.port()}/api`;

  function schedulerOf(pluginId: Family) {
    return createBackendModule({
      pluginId,
      moduleId: 'inside',
      register(env) {
        env.registerInit({
          deps: { scheduler: coreServices.scheduler },
          async init({ scheduler }) {
            inside[pluginId] = scheduler;
          },
        });
      },
    });
  }

  const { auth, catalog } = inside as Required<typeof inside>;
  const credentials = await auth.getOwnServiceCredentials();
  await untilStitched(
    entities.map(entity => stringifyEntityRef(entity)),
    {
      catalog,
      credentials,
    },
  );
  return {
    url,
    /** The token of a user who signs in. */
    async signIn(name: string): Promise<string> {
      const response = await fetch(`${url}/auth/oauth2Proxy/refresh`, {
        headers: { 'X-Forwarded-User': name },
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return (await response.json()).backstageIdentity.token;
    },
    /** The token of another plugin of the backend. */
    async pluginToken(targetPluginId: string): Promise<string> {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId,
      });
      return token;
    },
    run: (family: Family, task: string) => inside[family]!.triggerTask(task),
  };
}

function configWith({ externalAccess }: { externalAccess: JsonArray }) {
  return {
    app: { baseUrl: 'http://localhost' },
    fairlead: { starters: { enabled: false } },
    auth: {
      providers: {
        oauth2Proxy: {
          signIn: {
            resolvers: [{ resolver: 'forwardedUserMatchingUserEntityName' }],
          },
        },
      },
    },
    backend: {
      baseUrl: 'http://localhost',
      auth: { externalAccess },
      actions: {
        pluginSources: ['scorecards', 'delivery', 'onboarding', 'runbooks'],
      },
    },
    catalog: {
      rules: [
        {
          allow: [
            'Component',
            'Group',
            'OnboardingTrack',
            'Runbook',
            'Scorecard',
            'User',
          ],
        },
      ],
    },
    permission: { enabled: true },
  };
}

function catalogOf(all: readonly Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test-entities',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: all.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });
}

/** The catalog works by itself, and tells nobody when it has given the entities their relations. */
async function untilStitched(
  entityRefs: string[],
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<void> {
  const { catalog, credentials } = options;
  let isStitched: boolean;
  do {
    await setTimeout(50);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials },
    );
    isStitched = items.every(entity => entity?.relations?.length);
  } while (!isStitched);
}
