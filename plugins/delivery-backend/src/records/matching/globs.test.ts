import fc from 'fast-check';
import { matchesGlob, parseGlob } from './globs';

const matches = (glob: string, path: string) =>
  matchesGlob(path, parseGlob(glob));

describe('matchesGlob', () => {
  it.each([
    ['services/cart/**', 'services/cart/src/index.ts', true],
    ['services/cart/**', 'services/cart/README.md', true],
    ['services/cart/**', 'services/cartridge/README.md', false],
    ['/services/cart/', 'services/cart', true],
    ['./services/*', 'services/cart', true],
    ['services/*', 'services/cart/README.md', false],
    ['**/*.proto', 'cart.proto', true],
    ['**/*.proto', 'a/b/cart.proto', true],
    ['**/*.proto', 'a/b/cart.protobuf', false],
    ['packages/*/src/**/*.ts', 'packages/cart/src/index.ts', true],
    ['packages/*/src/**/*.ts', 'packages/cart/lib/index.ts', false],
    ['a/**/b/**/c', 'a/x/b/c/b/y/c', true],
    ['a/**/b/**/c', 'a/x/c', false],
    ['file?.md', 'file1.md', true],
    ['file?.md', 'file.md', false],
    ['app/[id]/(group)/+page.ts', 'app/[id]/(group)/+page.ts', true],
    ['app/[id]', 'app/i', false],
    ['.github/**', '.github/workflows/ci.yaml', true],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(matches(glob, path)).toBe(expected);
  });

  it('matches a path against itself, and against all that leaves parts of it open', () => {
    const segment = fc.stringMatching(/^[a-c.+()[\]{}^$|\\]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(segment, fc.constantFrom('same', '*', '**', 'a*')), {
          minLength: 1,
          maxLength: 8,
        }),
        parts => {
          const path = parts.map(([text]) => text).join('/');
          const glob = parts
            .map(([text, how]) => {
              switch (how) {
                case 'same':
                  return text;
                case 'a*':
                  return `${text[0]}*`;
                default:
                  return how;
              }
            })
            .join('/');
          fc.pre(!/^(\.?\/|\.\/)/.test(glob));
          expect(matches(glob, path)).toBe(true);
        },
      ),
    );
  });

  it.each<[string, string, boolean]>([
    ['*a'.repeat(200), 'a'.repeat(5_000).concat('b'), false],
    ['**/a/'.repeat(100).concat('b'), 'a/'.repeat(2_000).concat('c'), false],
    ['**/*a*a*a*/'.repeat(40).concat('b'), 'aaaaaaaa/'.repeat(500), false],
    ['?'.repeat(400).concat('*'.repeat(99)), 'a'.repeat(5_000), true],
  ])(
    'answers %.20s…, which a backtracking matcher never ends with',
    (glob, path, expected) => {
      expect(matches(glob, path)).toBe(expected);
    },
  );
});
