import fc from 'fast-check';
import { closeMarks, isolate, isolated } from '.';

const OPENING = '\u202a\u202b\u202d\u202e\u2066\u2067\u2068';
const CLOSING = '\u202c\u2069';

/** Texts dense with marks, right-to-left letters and ends of paragraphs. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ...OPENING,
    ...CLOSING,
    ...'\u200f\u05d0\u0627\n\u2029a1 ',
  ),
});

/** What is open at the end of each paragraph, and whether anything closed what a text before it opened. */
function depths(text: string): { left: number; crossed: boolean } {
  let left = 0;
  let crossed = false;
  let open: string[] = [];
  for (const char of `${text}\n`) {
    if ('\n\u2029'.includes(char)) {
      left += open.length;
      open = [];
    } else if (OPENING.includes(char)) {
      open.push(char < '\u2066' ? '\u202c' : '\u2069');
    } else if (CLOSING.includes(char)) {
      crossed ||= open.pop() !== char;
    }
  }
  return { left, crossed };
}

describe('isolate', () => {
  it.each(['', 'Add a cart', '#812', 'Größe für 3 €', '日本語'])(
    'leaves %j as it is',
    text => {
      expect(isolate(text)).toBe(text);
    },
  );

  it.each([
    ['a mark left open', 'a\u202eb', '\u2068a\u202eb\u202c\u2069'],
    [
      'a mark that closes nothing',
      'a\u2069b\u202e',
      '\u2068ab\u202e\u202c\u2069',
    ],
    [
      'an embedding within an isolate',
      '\u2067a\u202eb\u2069c',
      '\u2068\u2067a\u202eb\u202c\u2069c\u2069',
    ],
    ['letters read from right to left', 'שלום', '\u2068שלום\u2069'],
    ['each paragraph', 'a\n\u202eb', 'a\n\u2068\u202eb\u202c\u2069'],
  ])('isolates %s', (_, text, expected) => {
    expect(isolate(text)).toBe(expected);
  });

  it('leaves nothing open and closes nothing of others, whatever is written', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(depths(isolate(text))).toEqual({ left: 0, crossed: false });
      }),
    );
  });

  it('keeps all that is written but marks that close nothing', () => {
    const bare = (text: string) =>
      text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
    fc.assert(
      fc.property(hostile, text => {
        expect(bare(isolate(text))).toBe(bare(text));
      }),
    );
  });
});

describe('closeMarks', () => {
  it('closes an isolated part that was cut', () => {
    const cut = isolate('a\u202ebcdef').slice(0, 4);
    expect(closeMarks(cut)).toBe('\u2068a\u202eb\u202c\u2069');
  });

  it('changes nothing where all marks are in pairs', () => {
    fc.assert(
      fc.property(hostile, text => {
        const paired = closeMarks(text);
        expect(closeMarks(paired)).toBe(paired);
      }),
    );
  });
});

describe('isolated', () => {
  it('leaves the words of the sentence in order, whatever its values hold', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const words = isolated`no ${a} and no ${b}!`;
        expect(words).toBe(`no ${isolate(a)} and no ${isolate(b)}!`);
        expect(depths(words)).toEqual({ left: 0, crossed: false });
      }),
    );
    expect(isolated`${3} of ${'a\u202eb'}`).toBe(
      '3 of \u2068a\u202eb\u202c\u2069',
    );
  });
});
