import { AZURE_DEVOPS_NAMING } from './naming';

const [{ parse, locate }] = AZURE_DEVOPS_NAMING.repositories!;

describe('AZURE_DEVOPS_NAMING', () => {
  it.each([
    'Acme Web/Shop',
    'acme web/shop/',
    'https://dev.azure.com/acme/Acme%20Web/_git/Shop',
    'https://acme@dev.azure.com/acme/Acme%20Web/_git/Shop?path=/cart',
    'https://acme.visualstudio.com/Acme%20Web/_git/Shop',
    'https://acme.visualstudio.com/DefaultCollection/Acme%20Web/_git/Shop',
    'https://tfs.acme.example/tfs/DefaultCollection/Acme%20Web/_git/Shop',
    'git@ssh.dev.azure.com:v3/acme/Acme Web/Shop',
  ])('finds a repository in %j', text => {
    expect(parse(text)).toBe('acme web/shop');
  });

  it('knows that a repository may have the name of its project', () => {
    expect(parse('https://dev.azure.com/acme/_git/Shop')).toBe('shop/shop');
    expect(parse('https://acme.visualstudio.com/_git/Shop')).toBe('shop/shop');
  });

  it.each([
    'shop',
    'acme/web/shop',
    '../user',
    'acme/..',
    'acme/shop?x=1',
    'https://github.com/acme/shop',
    'https://dev.azure.com/acme/_git/..%2Fuser',
  ])('finds none in %j', text => {
    expect(parse(text)).toBeUndefined();
  });

  it.each([
    [
      'https://dev.azure.com/acme/Web/_git/Shop?path=/services/cart/catalog-info.yaml',
      ['services/cart'],
      true,
    ],
    [
      'https://dev.azure.com/acme/Web/_git/Shop?path=%2Fservices%2Fcart&version=GBmain',
      ['services/cart'],
      true,
    ],
    [
      'https://dev.azure.com/acme/Web/_git/Shop?path=/.backstage/catalog-info.yaml',
      [],
      true,
    ],
    ['https://dev.azure.com/acme/Web/_git/Shop', [], true],
    [
      'https://tfs.acme.example/Acme/Web/_git/Shop?path=/catalog-info.yaml',
      [],
      false,
    ],
  ])('locates %s', (url, folders, isOwnHost) => {
    expect(locate!(new URL(url))).toEqual({
      value: 'web/shop',
      folders,
      isOwnHost,
    });
  });

  it('locates nothing elsewhere', () => {
    expect(locate!(new URL('https://github.com/acme/shop'))).toBeUndefined();
  });
});
