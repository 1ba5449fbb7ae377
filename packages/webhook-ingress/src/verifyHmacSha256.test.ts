import { createHmac } from 'node:crypto';
import { verifyHmacSha256 } from './verifyHmacSha256';
import { verifyToken } from './verifyToken';

describe('verifyHmacSha256', () => {
  const body = Buffer.from([0xff, 0x00, 0x7b]);
  const sign = (secret: string) =>
    createHmac('sha256', secret).update(body).digest('hex');

  it.each([
    ['the signature', { signature: sign('a') }, true],
    ['one of several', { signature: ['', sign('x'), sign('a')] }, true],
    ['none of several', { signature: [sign('x'), sign('y')] }, false],
    ['none', { signature: undefined }, false],
    ['no signatures', { signature: [] }, false],
    ['upper case', { signature: sign('a').toUpperCase() }, false],
    ['a longer one', { signature: `${sign('a')}0` }, false],
    ['a shorter one', { signature: sign('a').slice(1) }, false],
    ['no secrets', { secrets: [], signature: sign('') }, false],
  ] as const)('given %s', (_, options, verified) => {
    expect(verifyHmacSha256({ secrets: ['b', 'a'], body, ...options })).toBe(
      verified,
    );
  });
});

describe('verifyToken', () => {
  it.each([
    ['one of the tokens', ['old', 'new'], 'old', true],
    ['the other', ['old', 'new'], 'new', true],
    ['the beginning of a token', ['old'], 'ol', false],
    ['an empty token', ['old'], '', false],
    ['nothing', ['old'], undefined, false],
    ['anything where there is no token', [], 'old', false],
  ])('given %s', (_, tokens, given, verified) => {
    expect(verifyToken({ tokens, given })).toBe(verified);
  });
});
