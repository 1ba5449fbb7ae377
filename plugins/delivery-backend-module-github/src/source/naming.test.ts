import { GITHUB_NAMING } from './naming';

const [{ parse, locate }] = GITHUB_NAMING.repositories!;

describe('GITHUB_NAMING', () => {
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
  ])('finds a repository in %j', text => {
    expect(parse(text)).toBe('acme/shop');
  });

  it.each([
    'acme',
    'acme/tools/shop',
    '../user',
    'acme/..',
    '../../user',
    'acme/shop?x=1',
    'https://github.com/acme',
    'https://%zz',
  ])('finds none in %j', text => {
    expect(parse(text)).toBeUndefined();
  });

  it.each([
    ['https://github.com/Acme/Shop/tree/main/', [], true],
    ['https://github.com/acme/shop.git', [], true],
    [
      'https://github.com/acme/shop/tree/main/services/cart/',
      ['services/cart'],
      true,
    ],
    [
      'https://github.com/acme/shop/blob/main/services/cart/catalog-info.yaml',
      ['services/cart'],
      true,
    ],
    ['https://github.com/acme/shop/blob/main/catalog-info.yaml', [], true],
    ['https://git.acme.example/acme/shop/tree/main/cart/', ['cart'], false],
  ])('locates %s', (url, folders, isOwnHost) => {
    expect(locate!(new URL(url))).toEqual({
      value: 'acme/shop',
      folders,
      isOwnHost,
    });
  });

  it.each([
    'https://bitbucket.org/acme/shop/src/main/',
    'https://gitlab.com/acme/tools/shop/-/tree/main/cart/',
    'https://github.com/acme',
  ])('locates nothing in %s', url => {
    expect(locate!(new URL(url))).toBeUndefined();
  });
});
