import { createServiceFactory } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  isScorecardEntity,
  KnownFact,
} from '@fairlead/backstage-plugin-scorecards-common';
import { scorecardsServiceRef } from '@fairlead/backstage-plugin-scorecards-node';
import { errorOf, startCatalog } from './__testUtils__/startCatalog';

const PATH = 'scorecard/default/readiness';
const LOCATION = 'url:https://example.com/scorecard.yaml';

const GOOD = {
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Scorecard',
  metadata: {
    name: 'readiness',
    annotations: {
      'backstage.io/managed-by-location': LOCATION,
      'backstage.io/managed-by-origin-location': LOCATION,
    },
  },
  spec: {
    owner: 'platform',
    appliesTo: { $not: { 'spec.type': 'library' } },
    levels: ['bronze'],
    checks: [
      {
        id: 'owned',
        title: 'Owned',
        level: 'bronze',
        rule: { $not: { 'facts.ownership.ownerExists': { $in: [false] } } },
      },
    ],
  },
} satisfies Entity;

function withRule(rule: unknown): Entity {
  const [check] = GOOD.spec.checks;
  return {
    ...GOOD,
    spec: { ...GOOD.spec, checks: [{ ...check, rule: rule as never }] },
  };
}

function startWithFacts(listFacts: () => Promise<KnownFact[]>) {
  return startCatalog([
    createServiceFactory({
      service: scorecardsServiceRef,
      deps: {},
      factory: () => ({
        listFacts,
        putFacts: async () => {
          throw new Error('The catalog sends no facts');
        },
        readFacts: async () => [],
        checkGate: jest.fn(),
      }),
    }),
  ]);
}

const knownFact = (id: string): KnownFact => ({
  id,
  type: 'boolean',
  sources: ['catalog'],
  declared: true,
});

describe('the catalog with the Fairlead module', () => {
  jest.setTimeout(60_000);

  let catalog: Awaited<ReturnType<typeof startCatalog>>;
  afterEach(() => catalog.stop());

  it('serves a good scorecard with its owner, and keeps it when the next version is wrong', async () => {
    catalog = await startWithFacts(async () => [
      knownFact('ownership.ownerExists'),
    ]);

    await catalog.setEntities(GOOD);
    const good = await catalog.served(PATH);
    expect(isScorecardEntity(good)).toBe(true);
    expect(good.spec).toEqual(GOOD.spec);
    expect(good.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/platform' },
    ]);

    await catalog.setEntities(withRule({ 'facts.ownership.ownrExists': true }));
    const kept = await catalog.served(
      PATH,
      entity => errorOf(entity) !== undefined,
    );
    expect(kept.spec).toEqual(GOOD.spec);
    expect(errorOf(kept)).toContain(
      "spec.checks[0].rule.facts.ownership.ownrExists: no source knows the fact 'ownership.ownrExists'. Did you mean 'ownership.ownerExists'?",
    );

    const mended = withRule({ 'facts.ownership.ownerExists': true });
    await catalog.setEntities(mended);
    const served3 = await catalog.served(
      PATH,
      entity => errorOf(entity) === undefined,
    );
    expect(served3.spec).toEqual(mended.spec);
  });

  it('takes a scorecard while nobody can say which facts there are, but not a wrong rule', async () => {
    catalog = await startWithFacts(async () => {
      throw new Error('connect ECONNREFUSED');
    });

    const unknown = withRule({ 'facts.not.known.yet': true });
    await catalog.setEntities(unknown);
    expect((await catalog.served(PATH)).spec).toEqual(unknown.spec);

    await catalog.setEntities(
      withRule({ 'facts.not.known.yet': { $lessThan: 5 } }),
    );
    const kept = await catalog.served(
      PATH,
      entity => errorOf(entity) !== undefined,
    );
    expect(kept.spec).toEqual(unknown.spec);
    expect(errorOf(kept)).toContain(
      "spec.checks[0].rule.facts.not.known.yet.$lessThan: '$lessThan' is not an operator.",
    );
  });
});
