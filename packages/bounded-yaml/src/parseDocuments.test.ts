import { LineCounter } from 'yaml';
import { parseDocuments } from '.';

describe('parseDocuments', () => {
  it('parses documents with places, and errors as the parser has them', () => {
    const lines = new LineCounter();
    const documents = parseDocuments('a: 1\n---\nb: [\n', {
      nesting: 5,
      lines,
    })!;
    expect(documents.map(document => document.errors.length)).toEqual([0, 1]);
    expect(documents[0].toJS()).toEqual({ a: 1 });
    expect(lines.linePos(documents[1].errors[0].pos[0]).line).toBeGreaterThan(
      1,
    );
  });

  it.each([
    ['brackets', depth => `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['one line', depth => `${'- '.repeat(depth)}a`],
    [
      'keys',
      depth =>
        Array.from({ length: depth }, (_, n) => `${' '.repeat(n)}a:`).join(
          '\n',
        ),
    ],
  ] as [string, (depth: number) => string][])(
    'answers nothing for %s that nest too deep',
    (_, nest) => {
      expect(parseDocuments(nest(5), { nesting: 10 })).toHaveLength(1);
      expect(parseDocuments(nest(50), { nesting: 10 })).toBeUndefined();
      expect(parseDocuments(nest(400), { nesting: 10 })).toBeUndefined();
    },
  );

  it('survives what nests ten thousand deep', () => {
    expect(parseDocuments('['.repeat(10_000), { nesting: 10 })).toBeUndefined();
    expect(
      parseDocuments(`${' '.repeat(10_000)}a: b`, { nesting: 10 }),
    ).toBeUndefined();
  });
});
