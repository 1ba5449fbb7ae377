import fc from 'fast-check';
import { classifyEnvironment, EnvironmentRule } from '.';
import { classifyName } from './environmentNames';

const blueIsLive: EnvironmentRule[] = [
  { pattern: /^blue$/, class: 'production' },
  { pattern: /^prod-shadow$/, class: 'non-production' },
];

describe('classifyEnvironment', () => {
  it.each([
    [{ environment: 'production' }, 'production'],
    [{ environment: 'Production' }, 'production'],
    [{ environment: 'prod-eu' }, 'production'],
    [{ environment: 'eu_live' }, 'production'],
    [{ environment: 'prod2' }, 'production'],
    [{ environment: 'pre-prod' }, 'non-production'],
    [{ environment: 'preprod' }, 'non-production'],
    [{ environment: 'review/prod-fix' }, 'non-production'],
    [{ environment: 'delivery' }, 'unknown'],
    [{ environment: 'products' }, 'unknown'],
    [{}, 'unknown'],
    [{ environment: 'blue', productionEnvironment: true }, 'production'],
    [{ environment: 'prod-eu', productionEnvironment: false }, 'production'],
    [{ environment: 'green', productionEnvironment: false }, 'unknown'],
    [{ environment: 'green', tier: 'production' }, 'production'],
    [{ environment: 'green', tier: 'staging' }, 'non-production'],
    [{ environment: 'green', tier: 'other' }, 'unknown'],
    [{ environment: 'prod-eu', tier: 'staging' }, 'non-production'],
    [{ environment: 'prod-eu', tier: 'Testing' }, 'non-production'],
  ])('says of %j that it is %s', (deployment, expected) => {
    expect(classifyEnvironment(deployment)).toBe(expected);
  });

  it.each([
    ['integration-hub-prod', 'testing', 'production'],
    ['integration-hub-prod', 'staging', 'non-production'],
    ['Production – demo-storefront', 'staging', 'production'],
    ['Production – demo-storefront', 'testing', 'non-production'],
    ['prod-test', 'testing', 'unknown'],
    ['prodDevices', 'development', 'production'],
    ['mint', 'testing', 'non-production'],
  ])(
    'of %s takes no tier %s that only GitLab guesses from its letters',
    (environment, tier, expected) => {
      expect(classifyEnvironment({ environment, tier })).toBe(expected);
    },
  );

  it.each([
    ['blue', 'production'],
    ['prod-shadow', 'non-production'],
    ['prod', 'production'],
  ])('lets configured rules decide about %s first', (environment, expected) => {
    expect(classifyEnvironment({ environment }, blueIsLive)).toBe(expected);
  });
});

describe('the name of an environment', () => {
  it.each([
    ['is that word for itself', ['prod', 'PRD', 'Live', ' production ']],
    ['holds the word anywhere', ['shop-prod-eu', 'acme_eu_live_2', 'eu.prod']],
    [
      'joins it with others',
      ['prodEU', 'ProdEu', 'EUProd', 'liveDE', 'shopProd', 'prod2', 'eu1prod3'],
    ],
    [
      'uses letters and dashes of any kind',
      ['prod‑eu', 'prod—köln', 'Prod – München', 'größe_prod', 'прод-prod'],
    ],
    [
      'ends with it after the name of what is deployed',
      [
        'integration-hub-prod',
        'local-news-prod',
        'demo-storefront-production',
        'IntegrationHubProd',
        'testDrivesLive',
        'ci_runner_prod2',
        'acme/integration-hub-prod',
      ],
    ],
    [
      'begins with it',
      [
        'prod-demo-shop',
        'production_test_drives',
        'prodDemoShop',
        'Production – demo-storefront',
        'Production - preview-service',
        'Production EU – demo-storefront',
        'live: test drives',
      ],
    ],
    [
      'has it as a part for itself',
      ['prod/demo-tenant', 'shop/production', 'demo-tenant (prod)'],
    ],
  ])('says production if it %s', (_, names) => {
    for (const name of names) {
      expect([name, classifyName(name)]).toEqual([name, 'production']);
    }
  });

  it.each([
    ['says so', ['staging', 'QA', 'e2e', 'shop-uat-2', 'eu_dev', 'testEU']],
    [
      'says the opposite of production',
      [
        'pre-prod',
        'preprod',
        'pre-production',
        'preProd',
        'PreProduction',
        'non-prod',
        'nonprod',
        'NonProd',
        'not_live',
        'shop-preprod-eu',
      ],
    ],
    [
      'is made for a change',
      ['review/prod-fix', 'Preview – local-news-prod', 'review/production'],
    ],
  ])('says another stage if it %s', (_, names) => {
    for (const name of names) {
      expect([name, classifyName(name)]).toEqual([name, 'non-production']);
    }
  });

  it.each([
    [
      'says nothing',
      ['', 'blue', 'delivery', 'products', 'liverpool', 'düprod'],
    ],
    [
      'says both and names nothing',
      ['prod-test', 'test-prod', 'production-test', 'Production – Test'],
    ],
    [
      'says both and not in a place that names the stage',
      [
        'integration-hub-prod-eu',
        'prod-eu-test',
        'test/prod-mirror',
        'demo/integration-hub-prod',
        'staging/prod',
        'preprod-shop-prod-eu',
        'review-prod-fix',
      ],
    ],
  ])('says neither if it %s', (_, names) => {
    for (const name of names) {
      expect([name, classifyName(name)]).toEqual([name, 'unknown']);
    }
  });

  it('never says less than unknown where a word for production stands in it', () => {
    const words = fc.constantFrom('prod', 'Live', 'test', 'demo', 'hub', 'eu');
    const joints = fc.constantFrom('-', '_', ' ', '/', ' – ', '.');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, joints), { minLength: 1, maxLength: 6 }),
        parts => {
          const name = parts.flat().join('');
          expect(classifyName(name) === 'non-production').toBe(
            /test|demo/.test(name) && !/prod|Live/.test(name),
          );
        },
      ),
    );
  });
});
