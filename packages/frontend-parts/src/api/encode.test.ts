import { encodePath, encodeQuery } from './encode';

describe('an address', () => {
  it('keeps its parts apart whatever is in them', () => {
    expect(encodePath('component', 'default', 'a/b?c')).toBe(
      '/component/default/a%2Fb%3Fc',
    );
  });

  it.each([
    [{}, ''],
    [{ cursor: undefined, source: '' }, ''],
    [{ limit: 0 }, '?limit=0'],
    [{ from: '2026-11-01', to: 'a&b' }, '?from=2026-11-01&to=a%26b'],
  ])('asks for what is set: %j', (query, text) => {
    expect(encodeQuery(query)).toBe(text);
  });
});
