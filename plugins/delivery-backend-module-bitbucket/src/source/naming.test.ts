import { BITBUCKET_NAMING } from './naming';

const [{ parse, locate }] = BITBUCKET_NAMING.repositories!;

describe('BITBUCKET_NAMING', () => {
  it.each([
    'acme/shop',
    'Acme/Shop.git',
    'bitbucket.org/acme/shop',
    'https://bitbucket.org/acme/shop/src/main/cart/',
    'https://ann@bitbucket.org/acme/shop.git',
    'git@bitbucket.org:acme/shop.git',
  ])('finds a repository in %j', text => {
    expect(parse(text)).toBe('acme/shop');
  });

  it.each(['acme', 'acme/tools/shop', '../user'])('finds none in %j', text => {
    expect(parse(text)).toBeUndefined();
  });

  it.each([
    ['https://bitbucket.org/Acme/Shop/src/main/', []],
    ['https://bitbucket.org/acme/shop', []],
    [
      'https://bitbucket.org/acme/shop/src/main/services/cart/',
      ['services/cart'],
    ],
    [
      'https://bitbucket.org/acme/shop/src/main/services/cart/catalog-info.yaml',
      ['services/cart'],
    ],
    ['https://bitbucket.org/acme/shop/src/main/catalog-info.yaml', []],
  ])('locates %s', (url, folders) => {
    expect(locate!(new URL(url))).toEqual({
      value: 'acme/shop',
      folders,
      isOwnHost: true,
    });
  });

  it.each(['https://github.com/acme/shop', 'https://bitbucket.org/acme'])(
    'locates nothing in %s',
    url => {
      expect(locate!(new URL(url))).toBeUndefined();
    },
  );
});
