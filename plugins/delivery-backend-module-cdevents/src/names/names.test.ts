import { parseArtifact, parseRepository } from '.';

const SHA = '0123456789abcdef0123456789abcdef01234567';

describe('parseRepository', () => {
  it.each([
    ['acme/shop', 'acme/shop', 'other'],
    ['https://bitbucket.org/Acme/Shop/src/main', 'acme/shop', 'bitbucket'],
    ['https://github.com/acme/shop', 'acme/shop', 'github'],
    ['https://github.com/acme/shop.git', 'acme/shop', 'github'],
    ['https://github.com/acme/shop/tree/main/docs', 'acme/shop', 'github'],
    ['git@github.com:acme/shop.git', 'acme/shop', 'github'],
    ['ssh://git@git.example:2222/acme/shop.git', 'acme/shop', 'other'],
    ['git+https://gitlab.com/acme/web/shop', 'acme/web/shop', 'gitlab'],
    ['https://gitlab.acme.dev/acme/shop/-/pipelines/7', 'acme/shop', 'gitlab'],
    ['https://github.acme.dev/acme/shop/', 'acme/shop', 'github'],
    ['my-git.example/an-org/a-repo', 'an-org/a-repo', 'other'],
    ['https://github.com/Acme/Shop.git', 'acme/shop', 'github'],
    ['Acme/Shop', 'acme/shop', 'other'],
  ])('%s is %s on %s', (text, slug, host) => {
    expect(parseRepository(text)).toEqual({ slug, host });
  });

  it.each(['', 'shop', '/event/source/123', 'urn:acme:ci', 'a//b', 'a b/c'])(
    '%j is none',
    text => {
      expect(parseRepository(text)).toBeUndefined();
    },
  );
});

describe('parseArtifact', () => {
  it.each<[string, ReturnType<typeof parseArtifact>]>([
    ['shop.jar', { name: 'shop.jar' }],
    ['pkg:oci/shop@sha256%3A0b31', { name: 'shop' }],
    ['pkg:npm/%40acme/shop@1.0.0', { name: 'shop' }],
    [
      'pkg:golang/git.example/acme/shop@v1.2.3#cmd',
      { name: 'shop', repository: { slug: 'acme/shop', host: 'other' } },
    ],
    [
      `pkg:github/acme/shop@${SHA}`,
      {
        name: 'shop',
        repository: { slug: 'acme/shop', host: 'github' },
        commit: SHA,
      },
    ],
    [
      `pkg:oci/shop@1?arch=arm64&vcs_url=git%2Bhttps%3A%2F%2Fgitlab.com%2Facme%2Fshop.git%40${SHA}`,
      {
        name: 'shop',
        repository: { slug: 'acme/shop', host: 'gitlab' },
        commit: SHA,
      },
    ],
    [
      'pkg:oci/shop?vcs_url=git@github.com:acme/shop.git',
      { name: 'shop', repository: { slug: 'acme/shop', host: 'github' } },
    ],
    ['pkg:oci/%E0%A4%A@1', { name: '%E0%A4%A' }],
    [
      'pkg:github/Acme/Shop@v1',
      { name: 'Shop', repository: { slug: 'acme/shop', host: 'github' } },
    ],
    [
      'pkg:gitlab/Acme/Web/Shop@v1',
      { name: 'Shop', repository: { slug: 'acme/web/shop', host: 'gitlab' } },
    ],
    ['pkg:maven/com.acme/shop@1.0', { name: 'shop' }],
    ['pkg:docker/acme/shop@1.0', { name: 'shop' }],
  ])('reads %s', (id, artifact) => {
    expect(parseArtifact(id)).toEqual(artifact);
  });
});
