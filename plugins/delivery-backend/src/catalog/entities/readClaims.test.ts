import { readClaims } from './readClaims';

const GITHUB = 'github.com/project-slug';
const GITLAB = 'gitlab.com/project-slug';
const SOURCE = 'backstage.io/source-location';

function read(annotations: Record<string, string>) {
  return readClaims({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', annotations },
  });
}

function claims(annotations: Record<string, string>) {
  return read(annotations).claims.map(({ annotation, value, paths }) =>
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

  it.each([
    'acme/shop',
    'acme/shop/',
    '/acme/shop',
    'Acme/Shop.git',
    'acme/shop.git/',
    'github.com/acme/shop',
    'https://github.com/acme/shop',
    'https://github.com/acme/shop.git',
    'https://token@github.com/acme/shop/?tab=readme',
    'https://github.acme.example/acme/shop/tree/main/cart',
    'ssh://git@github.com:22/acme/shop.git',
    'git@github.com:acme/shop.git',
    'git+ssh://git@github.com/acme/shop.git',
  ])('finds a repository of GitHub in %j', text => {
    expect(read({ [GITHUB]: text })).toMatchObject({
      claims: [{ annotation: GITHUB, value: 'acme/shop' }, {}],
      problems: [],
    });
  });

  it.each([
    ['acme/tools/shop/', 'acme/tools/shop'],
    ['https://gitlab.com/acme/tools/shop/-/tree/main/cart', 'acme/tools/shop'],
    ['https://git.acme.example/acme/tools/shop.git', 'acme/tools/shop'],
    ['git@gitlab.acme.example:acme/tools/web/shop.git', 'acme/tools/web/shop'],
    ['gitlab.com/acme/shop', 'acme/shop'],
    ['acme.web/tools/shop', 'acme.web/tools/shop'],
  ])('finds a project of GitLab in %j', (text, slug) => {
    expect(read({ [GITLAB]: text })).toMatchObject({
      claims: [{ annotation: GITLAB, value: slug }, {}],
      problems: [],
    });
  });

  it.each([
    [GITHUB, 'acme', 'owner/repository'],
    [GITHUB, 'acme/tools/shop', 'owner/repository'],
    [GITHUB, '../user', 'owner/repository'],
    [GITHUB, 'acme/..', 'owner/repository'],
    [GITHUB, '../../user', 'owner/repository'],
    [GITHUB, 'acme/shop?x=1', 'owner/repository'],
    [GITHUB, 'https://github.com/acme', 'owner/repository'],
    [GITHUB, 'https://%zz', 'owner/repository'],
    [GITLAB, 'shop', 'group/project'],
    [GITLAB, 'acme/tools/../shop', 'group/project'],
  ])(
    'says that of %s %j is no slug, and claims nothing',
    (name, text, shape) => {
      expect(read({ [name]: text })).toEqual({
        claims: [expect.objectContaining({ value: 'component:default/cart' })],
        problems: [`Annotation ${name}: '${text}' is no ${shape}`],
      });
    },
  );

  it.each([
    ['tree/feature/new-cart/services/cart', 'services/cart/**'],
    ['tree/release/2026/services/cart/', 'services/cart/**'],
    ['tree/feature%2Fnew-cart/services/cart', 'services/cart/**'],
    ['tree/refs/heads/main/services/cart', 'services/cart/**'],
    ['tree/refs/heads/feature/x/services/cart', 'services/cart/**'],
    // Nobody can tell whether the branch is `team` or `team/main`.
    ['tree/team/main/services/cart', 'main/services/cart/** services/cart/**'],
    ['tree/feature/new-cart/', ''],
    ['blob/main/services/cart/catalog-info.yaml', 'services/cart/**'],
    ['blob/main/catalog-info.yaml', ''],
  ])('finds the folder in %s', (place, globs) => {
    const location = `url:https://github.com/acme/shop/${place}`;
    const [claim] = read({ [SOURCE]: location }).claims;
    expect(claim.value).toBe('acme/shop');
    expect(claim.paths.join(' ')).toBe(globs);
  });

  it('claims no repository for what is only described in it', () => {
    const { claims: claimed } = readClaims({
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
    const {
      claims: [claim],
    } = readClaims({
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
