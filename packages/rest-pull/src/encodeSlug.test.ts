import { encodeSlug } from './encodeSlug';

describe('encodeSlug', () => {
  it.each(['acme/shop', 'Acme/Shop.js', 'acme/tools/shop_2', '..acme/-..'])(
    'leaves a slug as it is: %s',
    slug => {
      expect(encodeSlug(slug)).toBe(slug);
    },
  );

  it.each([
    ['../user', '..'],
    ['acme/..', '..'],
    ['acme/.', '.'],
    ['acme//shop', ''],
    ['acme/shop/', ''],
    ['acme/%2e%2e', '%2e%2e'],
    ['acme/shop?page=2', 'shop?page=2'],
    ['acme/shop#1', 'shop#1'],
    ['acme/a b', 'a b'],
    ['acme\\..\\user/shop', 'acme\\..\\user'],
    ['', ''],
  ])('refuses with the reason what is none: %j', (slug, part) => {
    expect(() => encodeSlug(slug)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: `'${slug}' is not the slug of a repository: '${part}' is no name`,
      }),
    );
  });
});
