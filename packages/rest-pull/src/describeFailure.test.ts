import { InputError } from '@backstage/errors';
import { AskedService, describeFailure } from './describeFailure';

const BAKERY: AskedService = {
  title: 'The bakery',
  hints: { 404: 'it bakes no such thing' },
  statusOf: error => (error as { status?: number } | undefined)?.status,
};

const failedFetch = (code: string) =>
  new TypeError('fetch failed: secret', {
    cause: Object.assign(new Error('secret'), { code }),
  });

describe('describeFailure', () => {
  it.each([
    [{ status: 404 }, 'The bakery answered 404: it bakes no such thing'],
    [{ status: 500, message: 'secret' }, 'The bakery answered 500'],
    [
      new InputError("'loaf': is stale"),
      "The bakery answered something else than expected: 'loaf': is stale",
    ],
    [
      failedFetch('ENOTFOUND'),
      'The bakery could not be reached: its name is not known here (ENOTFOUND)',
    ],
    [failedFetch('EPROTO'), 'The bakery could not be reached: EPROTO'],
    [failedFetch('secret code'), 'The bakery could not be asked: TypeError'],
    ['secret', 'The bakery could not be asked: unknown error'],
    [undefined, 'The bakery could not be asked: unknown error'],
  ])('tells of %p no more than %p', (error, words) => {
    expect(describeFailure(error, BAKERY)).toBe(words);
  });
});
