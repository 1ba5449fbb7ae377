import { PatternCompiler } from './pattern';
import { LIMITS } from './limits';

const compilePattern = (source: string) =>
  new PatternCompiler().compile(source);

describe('PatternCompiler', () => {
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

  it('refuses patterns that are too large together', () => {
    const patterns = new PatternCompiler();
    for (let count = 0; count < 30; count += 1) {
      patterns.compile(`[a-f]{900}${count}`);
    }
    for (let count = 0; count < 10; count += 1) {
      expect(() => {
        for (let more = 0; more < 10; more += 1) {
          patterns.compile(`[g-z]{900}${more}`);
        }
      }).toThrow('too large together');
    }
  });

  it('compiles no other pattern after one that is far too large', () => {
    const patterns = new PatternCompiler();
    expect(() => patterns.compile(`(?:${'ab'.repeat(50)}){600}`)).toThrow(
      'repeats too much',
    );
    expect(() => patterns.compile('a')).toThrow('too large together');
  });
});
