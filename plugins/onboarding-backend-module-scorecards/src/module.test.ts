import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  FactJudge,
  verificationExtensionPoint,
} from '@fairlead/backstage-plugin-onboarding-node';
import { Fact } from '@fairlead/backstage-plugin-scorecards-common';
import { scorecardsServiceRef } from '@fairlead/backstage-plugin-scorecards-node';
import onboardingModuleScorecards from '.';

jest.setTimeout(60_000);

const team = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team' },
});

const fact = (value: unknown, fields: Partial<Fact> = {}): Fact =>
  ({
    id: 'ownership.members',
    source: 'test',
    value,
    observedAt: '2026-01-01T00:00:00Z',
    state: 'ok',
    ...fields,
  } as Fact);

const HAS_MEMBERS = { 'facts.ownership.members': { $gte: 2 } };

/** The judge that the module sets, beside a scorecards backend with these facts. */
async function start(facts: Record<string, Fact[]>) {
  const readFacts = jest.fn(async (ref: string) => facts[ref] ?? []);
  const judge = await new Promise<FactJudge>((resolve, reject) => {
    startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'onboarding',
          register(env) {
            env.registerExtensionPoint(verificationExtensionPoint, {
              addContributionSource: () => {},
              setFactJudge: resolve,
            });
            env.registerInit({ deps: {}, init: async () => {} });
          },
        }),
        createServiceFactory({
          service: scorecardsServiceRef,
          deps: {},
          factory: () => ({
            putFacts: jest.fn(),
            listFacts: jest.fn(),
            readFacts,
            checkGate: jest.fn(),
          }),
        }),
        onboardingModuleScorecards,
      ],
    }).catch(reject);
  });
  return { judge, readFacts };
}

describe('onboardingModuleScorecards', () => {
  it('judges rules over the entity and its facts, and asks for the facts of an entity once', async () => {
    const { judge, readFacts } = await start({
      'group:default/many': [fact(3)],
      'group:default/few': [fact(1)],
    });
    const verdicts = await judge.judge([
      { entity: team('many'), rule: HAS_MEMBERS },
      { entity: team('many'), rule: { 'spec.type': 'squad' } },
      { entity: team('few'), rule: HAS_MEMBERS },
    ]);
    expect(verdicts.map(({ holds }) => holds)).toEqual([true, false, false]);
    expect(readFacts.mock.calls.flat().sort()).toEqual([
      'group:default/few',
      'group:default/many',
    ]);
  });

  it('does not know where a fact is absent or stale, or where the rule is none', async () => {
    const { judge } = await start({
      'group:default/old': [fact(3, { expiresAt: '2026-01-02T00:00:00Z' })],
    });
    expect(
      await judge.judge([
        { entity: team('none'), rule: HAS_MEMBERS },
        { entity: team('old'), rule: HAS_MEMBERS },
        {
          entity: team('old'),
          rule: { 'facts.ownership.members': { $like: 1 } },
        },
      ]),
    ).toEqual([
      { holds: 'unknown', reason: expect.any(String) },
      { holds: 'unknown', reason: expect.any(String) },
      { holds: 'unknown', reason: expect.stringContaining('$like') },
    ]);
  });
});
