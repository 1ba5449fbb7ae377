import { classifyEnvironment, EnvironmentRule } from '.';

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
    [{ environment: 'production-test' }, 'non-production'],
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
  ])('says of %j that it is %s', (deployment, expected) => {
    expect(classifyEnvironment(deployment)).toBe(expected);
  });

  it.each([
    ['blue', 'production'],
    ['prod-shadow', 'non-production'],
    ['prod', 'production'],
  ])('lets configured rules decide about %s first', (environment, expected) => {
    expect(classifyEnvironment({ environment }, blueIsLive)).toBe(expected);
  });
});
