import {
  fillPlaceholders,
  readRunbookOutline,
} from '@fairlead/backstage-plugin-runbooks-common';
import fc from 'fast-check';
import { TEXT } from '../../__fixtures__';
import { cutText } from './cutText';
import { TextBlock, TextSection } from './types';

function cut(text: string, labels: Record<string, string> = {}) {
  const steps = readRunbookOutline(text).steps;
  return cutText(fillPlaceholders(text, labels), {
    stepIds: new Map(steps.map(step => [step.line, step.id])),
    problems: [],
  });
}

function allBlocks(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.flatMap(block =>
    block.kind === 'step' ? [block, ...allBlocks(block.blocks)] : [block],
  );
}

function blocksOf(sections: readonly TextSection[]) {
  return sections.flatMap(({ blocks }) => allBlocks(blocks));
}

function codeOf(text: string, labels?: Record<string, string>) {
  return blocksOf(cut(text, labels)).flatMap(block =>
    block.kind === 'code' ? [block] : [],
  );
}

describe('cutText', () => {
  it('makes a section of each heading below the title', () => {
    expect(cut(TEXT).map(({ title }) => title)).toEqual([
      'Meaning',
      'Impact',
      'Diagnosis',
      'Mitigation',
      'Escalation',
    ]);
  });

  it('keeps what stands before the first heading, without the title and the front matter', () => {
    const [preface, first] = cut(
      '---\ntitle: Disk full\n---\n# Disk full\n\nRead this.\n\n## Meaning\n\nFull.',
    );
    expect(preface).toMatchObject({
      title: undefined,
      blocks: [{ kind: 'prose', text: 'Read this.' }],
    });
    expect(first.title).toBe('Meaning');
  });

  it.each([
    [
      'underlined headings',
      'Disk full\n=========\n\nMeaning\n-------\n\nFull.',
    ],
    ['several titles', '# Meaning\n\nFull.\n\n# Impact\n\nNobody can write.'],
  ])('takes %s for what they are', (_, text) => {
    const [section] = cut(text);
    expect(section.title).toBe('Meaning');
    expect(section.blocks).toMatchObject([{ text: 'Full.' }]);
  });

  it('cuts steps with their numbers, and code out of them as it is to be copied', () => {
    const diagnosis = cut(TEXT, { namespace: 'checkout' })[2];
    expect(diagnosis.blocks).toMatchObject([
      {
        kind: 'step',
        ordinal: '1.',
        blocks: [
          { kind: 'prose', text: 'Look at the pods of checkout:' },
          {
            kind: 'code',
            language: 'bash',
            text: 'kubectl -n checkout get pods',
          },
        ],
      },
      { kind: 'step', ordinal: '2.' },
    ]);
  });

  it('knows the steps of the text as it was written, whatever is filled in', () => {
    const raw = readRunbookOutline(TEXT).steps.map(({ id }) => id);
    const filled = blocksOf(cut(TEXT, { namespace: 'a b', pod: '*x*' }));
    expect(
      filled.flatMap(block => (block.kind === 'step' ? [block.id] : [])),
    ).toEqual(raw);
  });

  it('tells where in the code labels were filled in', () => {
    const [code] = codeOf('```\nget {{ pod }} {{ pod }}\n```', {
      pod: 'web 7',
    });
    expect(
      code.filled.map(({ from, to }) => code.text.slice(from, to)),
    ).toEqual(["'web 7'", "'web 7'"]);
  });

  it.each([
    ['fenced', '```sh\nls\n```', 'ls'],
    ['with tildes', '~~~\nls\n```\n~~~', 'ls\n```'],
    ['never closed', '```\nls\n', 'ls\n'],
    ['indented', '    ls\n\n    pwd\n\nThen.', 'ls\n\npwd'],
    ['in a list', '- Look:\n\n  ```\n  ls\n    -l\n  ```\n', 'ls\n  -l'],
    ['empty', '```\n```', ''],
  ])('reads code %s', (_, text, code) => {
    expect(codeOf(text).map(block => block.text)).toEqual([code]);
  });

  it('nests steps within steps', () => {
    const [{ blocks }] = cut('1. Look\n   1. here\n   2. there\n2. Mend');
    expect(blocks).toMatchObject([
      {
        kind: 'step',
        text: 'Look',
        blocks: [
          { kind: 'prose', text: 'Look' },
          { kind: 'step', text: 'here' },
          { kind: 'step', text: 'there' },
        ],
      },
      { kind: 'step', text: 'Mend' },
    ]);
  });

  it('gives each part what its links refer to', () => {
    const [section] = cut(
      '## A\n\nSee [the docs][d].\n\n## B\n\nNothing.\n\n[d]: https://docs.example.com',
    );
    expect(section.blocks).toMatchObject([
      { text: 'See [the docs][d].\n\n[d]: https://docs.example.com' },
    ]);
  });

  it('puts problems where they were found', () => {
    const text = '# T\n\n## Meaning\n\nTODO\n\n## Impact\n\n## Mitigation\n\nx';
    const problem = (line: number) => ({
      line,
      column: 1,
      rule: 'unfinished',
      severity: 'warning' as const,
      message: 'mend it',
    });
    const [meaning, impact] = cutText(fillPlaceholders(text, {}), {
      stepIds: new Map(),
      problems: [problem(5), problem(7)],
    });
    expect(meaning.blocks[0].problems).toEqual([problem(5)]);
    expect(meaning.problems).toEqual([]);
    expect(impact.problems).toEqual([problem(7)]);
  });

  describe('of any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# A',
        '## B',
        'Title\n===',
        '1. one',
        '   2. two',
        '- [ ] task',
        '- item',
        '> 1. quoted',
        '```',
        '~~~sh',
        '    code',
        '---',
        'title: x',
        '<pre>',
        '[d]: https://x.example',
        '{{ pod }}',
        '',
      ),
      fc.string({ maxLength: 12 }),
    );
    const text = fc.array(piece, { maxLength: 25 }).map(all => all.join('\n'));

    it('never throws, and goes through it in order', () => {
      fc.assert(
        fc.property(text, markdown => {
          const lines = blocksOf(cut(markdown, { pod: 'x' })).map(
            ({ line }) => line,
          );
          expect(lines).toEqual([...lines].sort((a, b) => a - b));
        }),
      );
    });

    it('loses not a word', () => {
      const shape = fc.constantFrom(
        '# WORD',
        '## WORD',
        'WORD\n---',
        '1. WORD',
        '   2. WORD',
        '- [ ] WORD',
        '- WORD',
        '> 1. WORD',
        '```\nWORD\n```',
        '- a\n  ~~~sh\n  WORD',
        '    WORD',
        'WORD\n',
        '',
      );
      fc.assert(
        fc.property(fc.array(shape, { maxLength: 25 }), shapes => {
          const markdown = shapes
            .map((one, i) => one.replace('WORD', `w${i}w`))
            .join('\n');
          const outline = readRunbookOutline(markdown);
          const sections = cut(markdown);
          const drawn = [
            outline.title?.text,
            ...sections.map(({ title }) => title),
            ...blocksOf(sections).map(block => block.text),
          ].join('\n');
          for (const word of markdown.match(/w\d+w/g) ?? []) {
            expect(drawn).toContain(word);
          }
        }),
      );
    });

    it('draws each step once', () => {
      fc.assert(
        fc.property(text, markdown => {
          const drawn = blocksOf(cut(markdown)).flatMap(block =>
            block.kind === 'step' ? [block.line] : [],
          );
          const known = readRunbookOutline(markdown).steps.map(
            ({ line }) => line,
          );
          expect(known).toEqual(expect.arrayContaining(drawn));
          expect(drawn.length).toBeLessThanOrEqual(known.length);
        }),
      );
    });
  });
});
