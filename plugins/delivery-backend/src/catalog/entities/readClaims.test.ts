import { createSlugParser } from '@fairlead/backstage-plugin-delivery-node';
import { TEST_NAMING } from '../../__testUtils__/testNaming';
import { createTestSource } from '../../__testUtils__/testSource';
import { combineNaming } from './combineNaming';
import { readClaims } from './readClaims';

const GITHUB = 'github.com/project-slug';
const OTHER = 'git.example/slug';
const SOURCE = 'backstage.io/source-location';

/** The test source, and one that is not sure of the hosts it meets. */
const naming = combineNaming([
  createTestSource({
    id: 'other',
    naming: {
      repositories: [
        {
          annotation: OTHER,
          example: 'group/project',
          form: 'group/project',
          parse: createSlugParser({ isHost: () => false, isNested: true }),
          locate: ({ pathname }) => {
            const [value, folder] = pathname.slice(1).split('/at/main/');
            return folder === undefined
              ? undefined
              : { value, folders: folder ? [folder] : [], isOwnHost: false };
          },
        },
      ],
      services: TEST_NAMING.services,
      login: 'git.example/login',
    },
  }),
  createTestSource({
    naming: {
      ...TEST_NAMING,
      repositories: [
        ...TEST_NAMING.repositories!,
        {
          annotation: OTHER,
          example: '',
          form: 'anything',
          parse: text => (text === 'shop' ? 'acme/shop' : undefined),
        },
      ],
    },
  }),
]);

function read(annotations: Record<string, string>) {
  return readClaims(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart', annotations },
    },
    naming,
  );
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
        [OTHER]: 'acme/tools/shop',
        'pagerduty.com/service-id': 'PABC',
        'fairlead.dev/service': 'Cart-API',
      },
      [
        `${OTHER} acme/tools/shop`,
        `${GITHUB} acme/shop`,
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
      'what a source makes of a host that none is sure of',
      { [SOURCE]: 'url:https://git.acme.example/acme/tools/shop/at/main/cart' },
      [`${OTHER} acme/tools/shop cart/**`],
    ],
    [
      'what the source makes of it that is sure of the host',
      { [SOURCE]: 'url:https://github.com/acme/shop/at/main/cart' },
      [`${GITHUB} acme/shop cart/**`],
    ],
    [
      'nothing of a place that leads elsewhere',
      { [SOURCE]: 'url:https://git.example/acme/a%20b/at/main/cart' },
      [],
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
    [GITHUB, 'acme', 'owner/repository'],
    [GITHUB, 'acme/tools/shop', 'owner/repository'],
    [OTHER, 'acme/tools/../shop', 'group/project'],
  ])(
    'says that of %s %j is no repository, and claims nothing',
    (name, text, form) => {
      expect(read({ [name]: text })).toEqual({
        claims: [expect.objectContaining({ value: 'component:default/cart' })],
        problems: [`Annotation ${name}: '${text}' is no ${form}`],
      });
    },
  );

  it('asks all sources that share an annotation, in turn', () => {
    expect(claims({ [OTHER]: 'shop' })).toEqual([`${OTHER} acme/shop`, ownRef]);
  });

  it('claims nothing by annotations that no source knows', () => {
    expect(claims({ 'gitlab.com/project-slug': 'acme/shop' })).toEqual([
      ownRef,
    ]);
  });

  it('claims no repository for what is only described in it', () => {
    const { claims: claimed } = readClaims(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: {
          name: 'shop',
          annotations: {
            [SOURCE]: 'url:https://github.com/acme/shop/tree/main/',
          },
        },
      },
      naming,
    );
    expect(claimed.map(({ value }) => value)).toEqual(['system:default/shop']);
  });

  it('takes no more globs, and no longer ones, than a description needs', () => {
    const globs = Array.from({ length: 80 }, (_, n) => `part${n}/**`);
    const {
      claims: [claim],
    } = readClaims(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'cart',
          annotations: {
            [GITHUB]: 'acme/shop',
            'fairlead.dev/paths': ['*'.repeat(501), ...globs].join(','),
          },
        },
      },
      naming,
    );
    expect(claim.paths).toHaveLength(50);
    expect(claim.paths[0]).toBe('part0/**');
  });
});
