import fc from 'fast-check';
import { isStorableText, toStorableText } from './storableText';

describe('toStorableText', () => {
  it.each([
    ['plain', 'plain'],
    ['\u{1f6a2} afloat', '\u{1f6a2} afloat'],
    ['a\0b', 'ab'],
    ['half \ud83d', 'half \ufffd'],
    ['\udea2 half', '\ufffd half'],
  ])('makes %j %j', (text, expected) => {
    expect(toStorableText(text)).toBe(expected);
  });

  it('makes all text storable, and leaves what is so as it is', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.constantFrom('\0', '\ud83d', '\udea2'),
      ),
    });
    fc.assert(
      fc.property(text, given => {
        expect(isStorableText(toStorableText(given))).toBe(true);
        expect(isStorableText(given)).toBe(toStorableText(given) === given);
      }),
    );
  });
});
