import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { GateResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { parse } from 'yaml';
import scaffolderModuleScorecards from '.';

const GATE = 'http://localhost:7007/api/scorecards/gate';

const ann = mockCredentials.user('user:default/ann');

const INPUT = {
  entityRef: 'component:default/checkout',
  scorecardRef: 'readiness',
  level: 'silver',
};

describe('fairlead:scorecards:assert-level', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const added: TemplateAction<any, any, any>[] = [];

  beforeAll(async () => {
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://localhost:7007/api/${pluginId}`,
    });
    await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'scaffolder',
          register(env) {
            env.registerExtensionPoint(scaffolderActionsExtensionPoint, {
              addActions: (...actions) => void added.push(...actions),
            });
            env.registerInit({ deps: {}, init: async () => {} });
          },
        }),
        discovery.factory,
        scaffolderModuleScorecards,
      ],
    });
  });

  /** Runs the step as Ann; answers its outputs. */
  async function run(input: {} = INPUT, isDryRun = false) {
    const outputs: Record<string, unknown> = {};
    await added[0].handler({
      input,
      isDryRun,
      logger: mockServices.logger.mock(),
      getInitiatorCredentials: async () => ann,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    } as never);
    return outputs;
  }

  const answer = (holds: boolean | null) =>
    http.post(GATE, () =>
      HttpResponse.json({
        scorecardRef: 'scorecard:default/readiness',
        holds,
        entities: [
          {
            entityRef: INPUT.entityRef,
            holds,
            reason: 'It says why',
            missing:
              holds === true
                ? []
                : [
                    {
                      checkId: 'fast-ci',
                      title: 'Fast CI',
                      level: 'silver',
                      status: holds === null ? 'no-data' : 'fail',
                      reason: 'No',
                    },
                  ],
          },
        ],
      } satisfies GateResponse),
    );

  it('asks as the person who runs the template, and goes on when it holds', async () => {
    let seen: unknown;
    server.use(
      http.post(GATE, async ({ request }) => {
        seen = [
          request.headers.get('Authorization'),
          await request.clone().json(),
        ];
        return undefined;
      }),
      answer(true),
    );
    await expect(run()).resolves.toEqual({
      holds: true,
      reason: 'It says why',
      missing: [],
    });
    expect(seen).toEqual([
      mockCredentials.service.header({
        onBehalfOf: ann,
        targetPluginId: 'scorecards',
      }),
      {
        entityRefs: [INPUT.entityRef],
        scorecardRef: 'readiness',
        level: 'silver',
      },
    ]);
  });

  it.each([false, null])('stops when it is %s, and says why', async holds => {
    server.use(answer(holds));
    await expect(run()).rejects.toThrow(
      "'component:default/checkout' does not pass. It says why",
    );
  });

  it('goes on in a dry run, and says what it would have come to', async () => {
    server.use(answer(null));
    await expect(run(INPUT, true)).resolves.toEqual({
      holds: false,
      reason: 'It says why',
      missing: ['fast-ci'],
    });
  });

  it('says in plain words what is asked wrongly, and stops when nobody answers', async () => {
    server.use(
      http.post(GATE, () =>
        HttpResponse.json(
          {
            error: { name: 'InputError', message: "has no level 'gold'" },
            response: { statusCode: 400 },
          },
          { status: 400 },
        ),
      ),
    );
    await expect(run()).rejects.toThrow(/^has no level 'gold'$/);
    server.use(http.post(GATE, () => new HttpResponse(null, { status: 503 })));
    await expect(run()).rejects.toThrow('503');
  });

  it('shows examples that its schema takes', () => {
    const { examples = [], schema, supportsDryRun } = added[0];
    expect(supportsDryRun).toBe(true);
    const known = Object.keys(schema!.input!.properties!);
    for (const { example } of examples) {
      const [{ action, input }] = parse(example).steps;
      expect(action).toBe(added[0].id);
      expect(known).toEqual(expect.arrayContaining(Object.keys(input)));
    }
  });
});
