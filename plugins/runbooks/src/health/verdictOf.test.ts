import { health } from '../__fixtures__';
import { verdictOf } from './verdictOf';

describe('verdictOf', () => {
  it.each([
    ['holds', {}],
    ['holds', { drift: { state: 'bad', value: 40 } }],
    ['fails', { fresh: { state: 'bad' } }],
    ['fails', { resolves: { state: 'bad' }, complete: { state: 'unknown' } }],
    ['unknown', { complete: { state: 'unknown' } }],
    ['unknown', { resolves: { state: 'unverifiable' } }],
  ] as const)('%s with %j', (verdict, parts) => {
    expect(verdictOf(health(parts))).toBe(verdict);
  });
});
