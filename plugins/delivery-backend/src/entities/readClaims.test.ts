import { readClaims } from './readClaims';

const GITHUB = 'github.com/project-slug';
const SOURCE = 'backstage.io/source-location';

function claims(annotations: Record<string, string>) {
  return readClaims({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', annotations },
  }).map(({ annotation, value, paths }) =>
    [annotation, value, ...paths].join(' '),
  );
}

const ownRef = 'backstage.io/entity-ref component:default/cart';

describe('readClaims', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['nothing but its own ref', {}, []],
    [
      'all that its annotations name, in lower case',
      {
        [GITHUB]: 'Acme/Shop',
        'gitlab.com/project-slug': 'acme/tools/shop',
        'pagerduty.com/service-id': 'PABC',
        'fairlead.dev/service': 'Cart-API',
      },
      [
        `${GITHUB} acme/shop`,
        'gitlab.com/project-slug acme/tools/shop',
        'pagerduty.com/service-id pabc',
        'fairlead.dev/service cart-api',
      ],
    ],
    [
      'its part of the repository',
      { [GITHUB]: 'acme/shop', 'fairlead.dev/paths': ' web/** ,, api/**,' },
      [`${GITHUB} acme/shop api/** web/**`],
    ],
    [
      'the repository of its source location, when no annotation names one',
      { [SOURCE]: 'url:https://github.com/Acme/Shop/tree/main/' },
      [`${GITHUB} acme/shop`],
    ],
    [
      'the folder of its source location',
      { [SOURCE]: 'url:https://github.com/acme/shop/tree/main/services/cart/' },
      [`${GITHUB} acme/shop services/cart/**`],
    ],
    [
      'the folder in the repository that an annotation names',
      {
        [GITHUB]: 'acme/shop',
        [SOURCE]: 'url:https://github.com/acme/shop/tree/main/cart',
      },
      [`${GITHUB} acme/shop cart/**`],
    ],
    [
      'no folder of another repository',
      {
        [GITHUB]: 'acme/shop',
        [SOURCE]: 'url:https://github.com/acme/catalog/tree/main/cart',
      },
      [`${GITHUB} acme/shop`],
    ],
    [
      'the folder that holds a folder for settings',
      { [SOURCE]: 'url:https://github.com/acme/shop/tree/main/.backstage/' },
      [`${GITHUB} acme/shop`],
    ],
    [
      'a project of GitLab in groups below groups',
      { [SOURCE]: 'url:https://gitlab.com/acme/tools/shop/-/tree/main/cart/' },
      ['gitlab.com/project-slug acme/tools/shop cart/**'],
    ],
    [
      'a repository on a host of one’s own',
      { [SOURCE]: 'url:https://git.acme.example/acme/shop/tree/main/cart/' },
      [`${GITHUB} acme/shop cart/**`],
    ],
    [
      'nothing of hosts that it does not know',
      { [SOURCE]: 'url:https://bitbucket.org/acme/shop/src/main/' },
      [],
    ],
    ['nothing of a file', { [SOURCE]: 'file:/catalog-info.yaml' }, []],
    ['nothing of nonsense', { [SOURCE]: 'url:https://%zz', [GITHUB]: ' ' }, []],
  ])('claims %s', (_, annotations, expected) => {
    expect(claims(annotations)).toEqual([...expected, ownRef]);
  });

  it('claims no repository for what is only described in it', () => {
    const claimed = readClaims({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        name: 'shop',
        annotations: {
          [SOURCE]: 'url:https://github.com/acme/shop/tree/main/',
        },
      },
    });
    expect(claimed.map(({ value }) => value)).toEqual(['system:default/shop']);
  });

  it('takes no more globs, and no longer ones, than a description needs', () => {
    const globs = Array.from({ length: 80 }, (_, n) => `part${n}/**`);
    const [claim] = readClaims({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'cart',
        annotations: {
          [GITHUB]: 'acme/shop',
          'fairlead.dev/paths': ['*'.repeat(501), ...globs].join(','),
        },
      },
    });
    expect(claim.paths).toHaveLength(50);
    expect(claim.paths[0]).toBe('part0/**');
  });
});
