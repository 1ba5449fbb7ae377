import { parseGlob } from './globs';
import { pickClaimers } from './pickClaimers';

const claimer = (entityRef: string, ...globs: string[]) => ({
  entityRef,
  globs: globs.map(parseGlob),
});

describe('pickClaimers', () => {
  const cart = claimer('cart', 'cart/**');
  const stock = claimer('stock', 'stock/**', 'shared/**');
  const whole = claimer('whole');

  it.each([
    ['one claimer gets all', [cart], { paths: ['docs/a.md'] }, ['cart']],
    ['a part gets its paths', [cart, stock], { paths: ['cart/a'] }, ['cart']],
    [
      'a record of two parts goes to both',
      [cart, stock],
      { paths: ['shared/a', 'cart/b'] },
      ['cart', 'stock'],
    ],
    [
      'a path of no part goes to nobody',
      [cart, stock],
      { paths: ['docs'] },
      [],
    ],
    ['no paths at all go to nobody', [cart, stock], { paths: [] }, []],
    [
      'who claims all of it gets all',
      [cart, whole],
      { paths: ['cart/a'] },
      ['cart', 'whole'],
    ],
    ['unknown paths go to who claims all', [cart, whole], {}, ['whole']],
    [
      'unknown paths go to all where there are only parts',
      [cart, stock],
      {},
      ['cart', 'stock'],
    ],
    [
      'an entity that is named is meant alone',
      [cart, stock, whole],
      { named: ['stock'], paths: ['cart/a'] },
      ['stock'],
    ],
    [
      'naming somebody else changes nothing',
      [cart, stock],
      { named: ['other'], paths: ['cart/a'] },
      ['cart'],
    ],
  ])('%s', (_, claimers, { named = [], paths }: any, expected) => {
    expect(
      pickClaimers(claimers, { named: new Set(named), paths }).map(
        ({ entityRef }) => entityRef,
      ),
    ).toEqual(expected);
  });
});
