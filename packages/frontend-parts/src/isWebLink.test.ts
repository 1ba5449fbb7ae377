import { isWebLink } from './isWebLink';

describe('isWebLink', () => {
  it.each([
    ['https://example.com/fix', true],
    ['http://example.com', true],
    ['/docs/default/component/checkout', true],
    // eslint-disable-next-line no-script-url -- what is kept out
    ['javascript:alert(1)', false],
    ['data:text/html,hello', false],
    ['see the wiki', false],
    ['', false],
  ])('%j: %s', (url, isFollowed) => {
    expect(isWebLink(url)).toBe(isFollowed);
  });
});
