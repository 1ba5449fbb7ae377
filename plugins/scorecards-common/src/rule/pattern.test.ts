import { compilePattern } from './pattern';
import { LIMITS } from './limits';

describe('compilePattern', () => {
  it.each([
    ['^svc-', 'svc-payments', true],
    ['^svc-', 'my-svc-payments', false],
    ['payments', 'svc-payments-eu', true],
    ['(?i)^SVC', 'svc-payments', true],
    ['^\\d{3}$', '123', true],
    ['^\\pL+$', 'façade', true],
  ])('finds %s in %s: %p', (pattern, text, expected) => {
    expect(compilePattern(pattern).isFoundIn(text)).toBe(expected);
  });

  it.each([
    ['a look-ahead', '(?=a)b'],
    ['a look-behind', '(?<!a)b'],
    ['a back reference', '(a)\\1'],
    ['an open bracket', '[a-'],
    ['deep nesting', `${'('.repeat(127)}${')'.repeat(127)}${'['}`],
  ])('refuses %s', (_, pattern) => {
    expect(() => compilePattern(pattern)).toThrow(
      'is not a pattern of RE2 syntax',
    );
  });

  it.each([
    [
      'too long',
      'a'.repeat(LIMITS.patternLength + 1),
      'at most 256 characters',
    ],
    ['that repeats too much', '(a{50}){50}', /repeats too much|not a pattern/],
    ['that repeats far too much', '((a{100}){100}){100}', /not a pattern/],
  ])('refuses one %s', (_, pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(message);
  });

  /*
   * Each of these takes a backtracking engine longer than the age of the universe on this text: were the engine ever
   * exchanged for such a one, the test would not end.
   */
  it.each([
    '^(a+)+$',
    '^(a|aa)+$',
    '^(a*)*b$',
    '^(.*a){30}$',
    '(x+x+)+y',
    '^([a-z]+)*!$',
  ])('matches %s in time linear in the text', pattern => {
    const compiled = compilePattern(pattern);
    expect(compiled.isFoundIn(`${'a'.repeat(LIMITS.patternInput - 1)}?`)).toBe(
      false,
    );
    expect(compiled.isFoundIn(`${'x'.repeat(LIMITS.patternInput - 1)}?`)).toBe(
      false,
    );
  });
});
