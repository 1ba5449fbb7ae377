import { GITLAB_NAMING } from './naming';

const [{ parse, locate }] = GITLAB_NAMING.repositories!;

describe('GITLAB_NAMING', () => {
  it.each([
    ['acme/tools/shop/', 'acme/tools/shop'],
    ['https://gitlab.com/acme/tools/shop/-/tree/main/cart', 'acme/tools/shop'],
    ['https://git.acme.example/acme/tools/shop.git', 'acme/tools/shop'],
    ['git@gitlab.acme.example:acme/tools/web/shop.git', 'acme/tools/web/shop'],
    ['gitlab.com/acme/shop', 'acme/shop'],
    ['acme.web/tools/shop', 'acme.web/tools/shop'],
  ])('finds a project in %j', (text, slug) => {
    expect(parse(text)).toBe(slug);
  });

  it.each(['shop', 'acme/tools/../shop'])('finds none in %j', text => {
    expect(parse(text)).toBeUndefined();
  });

  it.each([
    ['https://gitlab.com/Acme/Tools/Shop/-/tree/main/cart/', ['cart']],
    ['https://git.acme.example/acme/tools/shop/-/tree/main/cart/', ['cart']],
    ['https://gitlab.com/acme/tools/shop/-/blob/main/catalog-info.yaml', []],
    ['https://gitlab.acme.example/acme/tools/shop.git', []],
  ])('locates %s', (url, folders) => {
    expect(locate!(new URL(url))).toEqual({
      value: 'acme/tools/shop',
      folders,
      isOwnHost: true,
    });
  });

  it.each([
    'https://git.acme.example/acme/shop/tree/main/cart/',
    'https://gitlab.com/acme',
  ])('locates nothing in %s', url => {
    expect(locate!(new URL(url))).toBeUndefined();
  });
});
