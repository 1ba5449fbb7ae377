import fc from 'fast-check';
import { createSlugParser, readBranchFolders } from './repositoryNames';

describe('readBranchFolders', () => {
  it.each([
    ['feature/new-cart/services/cart', ['services/cart']],
    ['release/2026/services/cart/', ['services/cart']],
    ['feature%2Fnew-cart/services/cart', ['services/cart']],
    ['refs/heads/main/services/cart', ['services/cart']],
    ['refs/heads/feature/x/services/cart', ['services/cart']],
    // Nobody can tell whether the branch is `team` or `team/main`.
    ['team/main/services/cart', ['main/services/cart', 'services/cart']],
    ['feature/new-cart/', []],
    ['main/.backstage/', []],
    ['', []],
  ])('finds the folder in %s', (path, folders) => {
    expect(readBranchFolders(path, { isFile: false })).toEqual(folders);
  });

  it.each([
    ['main/services/cart/catalog-info.yaml', ['services/cart']],
    ['main/catalog-info.yaml', []],
  ])('finds the folder of the file %s', (path, folders) => {
    expect(readBranchFolders(path, { isFile: true })).toEqual(folders);
  });
});

describe('createSlugParser', () => {
  const flat = createSlugParser({ isHost: part => part.includes('.') });
  const nested = createSlugParser({ isHost: () => false, isNested: true });

  it('answers nothing that leads elsewhere in a URL', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.webUrl({ validSchemes: ['https', 'ssh'] }),
      fc
        .array(fc.constantFrom('acme', 'Shop', '..', '.', 'a.b', '-', ''), {
          maxLength: 6,
        })
        .map(parts => parts.join('/')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(flat, nested), (given, parse) => {
        const slug = parse(given) ?? 'acme/shop';
        expect(new URL(`https://host.example/${slug}`).pathname).toBe(
          `/${slug}`,
        );
      }),
    );
  });
});
