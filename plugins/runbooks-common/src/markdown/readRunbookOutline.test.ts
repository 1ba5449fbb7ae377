import fc from 'fast-check';
import { readRunbookOutline, RunbookSection } from '.';

const headings = (sections: RunbookSection[]): unknown[] =>
  sections.map(({ text, sections: inner }) =>
    inner.length > 0 ? [text, headings(inner)] : text,
  );

const place = ({ line, column }: { line: number; column: number }) =>
  `${line}:${column}`;

describe('readRunbookOutline', () => {
  describe('headings in HTML', () => {
    it('are sections like others, and end those', () => {
      const { sections, title } = readRunbookOutline(
        [
          '<h1 align="center">Disk <b>full</b> &amp; slow</h1>',
          '',
          '<h2 id="why">Meaning</h2>',
          '',
          'It is full.',
          '',
          '<details><summary><h3>Diagnosis</h3></summary>',
          'df -h',
          '</details>',
          '',
          '<h3>Impact</h3>',
          '',
          '## Mitigation',
        ].join('\n'),
      );
      expect(title?.text).toBe('Disk full & slow');
      expect(headings(sections)).toEqual([
        [
          'Disk full & slow',
          [['Meaning', ['Diagnosis', 'Impact']], 'Mitigation'],
        ],
      ]);
      const [meaning, mitigation] = sections[0].sections;
      expect(meaning).toMatchObject({ line: 3, endLine: 12, empty: false });
      expect(meaning.sections).toMatchObject([
        { line: 7, column: 19, empty: false },
        { line: 11, column: 1, empty: true },
      ]);
      expect(mitigation.empty).toBe(true);
    });

    it('are none in comments, and those behind them keep their place', () => {
      const { sections, links, unfinished } = readRunbookOutline(
        [
          '<div>',
          '<!-- TODO: <h2>Say why</h2>',
          '<a href="https://how.example">how</a> --> <h2>Meaning</h2>',
          '<!-- <h3>none</h3> -->',
          '</div>',
          '',
          '<!-- <h2>none</h2> --> <h2>Impact</h2>',
          'Writes fail',
        ].join('\n'),
      );
      expect(sections).toMatchObject([
        { text: 'Meaning', line: 3, column: 43, endLine: 6, empty: true },
        { text: 'Impact', line: 7, column: 24, empty: false },
      ]);
      expect({ links, unfinished }).toEqual({
        links: [],
        unfinished: [],
      });
    });

    it('are none in what is shown as it is written, nor where they do not end', () => {
      const { sections } = readRunbookOutline(
        '<pre>\n<h2>Meaning</h2>\n</pre>\n\n<h2>Impact\n\n`<h2>Diagnosis</h2>`\n',
      );
      expect(sections).toEqual([]);
    });
  });

  describe('front matter and title', () => {
    it('reads the front matter of Hugo, and the title from it', () => {
      const { title, frontMatter, sections } = readRunbookOutline(
        '---\ntitle: Kube Pod\nweight: 20\n---\n\n# KubePod\n\n## Meaning\nx',
      );
      expect(title).toEqual({ text: 'Kube Pod', line: 1, column: 1 });
      expect(frontMatter).toEqual({ title: 'Kube Pod', weight: 20 });
      expect(sections[0]).toMatchObject({ text: 'KubePod', line: 6 });
    });

    it.each([
      ['a heading at the top', '# A *b* `c`\n', 'A b c'],
      ['an underlined one', 'A\n===\n', 'A'],
      ['TOML in front', '+++\ntitle = "x"\n+++\n# B', 'B'],
    ])('takes the title from %s', (_, text, title) => {
      expect(readRunbookOutline(text).title?.text).toBe(title);
    });

    it.each([
      ['a text between rules', '---\nnothing to read\n---\n# A'],
      ['a rule alone', '---\n\n# A'],
    ])('takes %s for no front matter', (_, text) => {
      const { frontMatter, problems } = readRunbookOutline(text);
      expect({ frontMatter, problems }).toEqual({
        frontMatter: {},
        problems: [],
      });
    });

    it.each([
      ['broken', '---\ntitle: [\n---\n# A'],
      [
        'a bomb of aliases',
        `---\na: &a [x,x,x,x,x,x,x,x]\n${'bcdefgh'
          .split('')
          .map(
            (to, index) =>
              `${to}: &${to} [${`*${'abcdefgh'[index]},`.repeat(8)}]\n`,
          )
          .join('')}---\n# A`,
      ],
    ])('says that front matter is %s and reads on', (_, text) => {
      const { problems, sections } = readRunbookOutline(text);
      expect(problems).toMatchObject([{ rule: 'front-matter', line: 1 }]);
      expect(headings(sections)).toEqual(['A']);
    });
  });

  describe('sections', () => {
    it('nests them by level', () => {
      expect(
        headings(
          readRunbookOutline('# A\n## B\n#### C\n### D\n## E\n# F').sections,
        ),
      ).toEqual([['A', [['B', ['C', 'D']], 'E']], 'F']);
    });

    it('knows where they end', () => {
      const [{ line, endLine, sections }] = readRunbookOutline(
        '# A\n\n## B\nx\n\n## C\ny\nz\n',
      ).sections;
      expect([line, endLine]).toEqual([1, 9]);
      expect(sections.map(section => [section.line, section.endLine])).toEqual([
        [3, 5],
        [6, 9],
      ]);
    });

    it.each([
      ['nothing', '', true],
      ['blank lines', '\n \n\n', true],
      ['a comment', '<!-- write me -->', true],
      ['a comment that holds a mark', '<!-- a <!-- b -->', true],
      ['a comment without an end', '<!-- write me\n## C\nc', true],
      ['a comment within HTML', '<div>\n<!-- write me -->\n</div>', true],
      ['comments in a list', '1. <!-- what -->\n2. <!-- how -->', true],
      ['a comment in a task', '- [ ] <!-- what\n  to do -->', true],
      ['a comment in a quote', '> <!-- write me -->', true],
      ['the mark of a place', '<a name="old"></a>', true],
      ['text behind a comment', '<!-- why --> It is full', false],
      [
        'text behind an empty comment',
        '<div>\n<!--> It is full -->\n</div>',
        false,
      ],
      ['text within HTML', '<div>\n<!-- why -->\nIt is full\n</div>', false],
      ['a comment in code', '```\n<!-- in the file -->\n```', false],
      ['a comment in code of a list', '- `<!-- in the file -->`', false],
      ['a rule', '---', true],
      ['a definition', '[a]: https://a.example', true],
      ['empty tags', '<br>\n', true],
      ['marks of Hugo', '{{< hint info >}}', true],
      ['a list to be filled in', '1. \n2. \n', true],
      ['tasks to be filled in', '- [ ] \n- [ ]\n', true],
      ['a list', '- a', false],
      ['a link', '[a](https://a.example)', false],
      ['an image', '![a](a.png)', false],
      ['an image in HTML', '<img src="a.png">', false],
      ['a table', '|a|\n|-|\n|b|', false],
      ['code', '    ls', false],
      ['a quote', '> see there', false],
      ['what folds', '<details><summary>more</summary>\n</details>', false],
      ['text between marks', '{{< hint >}}\nnote\n{{< /hint >}}', false],
    ])('with %s under a heading', (_, content, empty) => {
      const { sections } = readRunbookOutline(`## A\n${content}\n\n## B\nb`);
      expect(sections[0].empty).toBe(empty);
    });

    it('leaves headings within code, quotes and comments alone', () => {
      const text = '# A\n```\n# no\n```\n> # no\n\n<!--\n# no\n-->\n';
      expect(headings(readRunbookOutline(text).sections)).toEqual(['A']);
    });

    it('makes anchors as GitHub does, and keeps chosen ones', () => {
      const { anchors, sections } = readRunbookOutline(
        '# What is *it*?\n# A\n# A\n# B {#own}\n<a name="old"></a>\n',
      );
      expect(anchors).toEqual(
        expect.arrayContaining(['what-is-it', 'a', 'a-1', 'own', 'old']),
      );
      expect(sections.at(-1)!.text).toBe('B');
    });

    it('finds lines that introduce what follows', () => {
      const { leads } = readRunbookOutline(
        '**Impact:** none\n**Severity**: high\n\nHow to **fix** it:\n\n1. a\n\n- **Checks**: b\n\n**Empty**\n\n# End',
      );
      expect(leads.map(({ text, line, empty }) => [text, line, empty])).toEqual(
        [
          ['Impact:', 1, false],
          ['Severity', 2, false],
          ['How to fix it:', 4, false],
          ['Checks', 8, false],
          ['Empty', 10, true],
        ],
      );
    });
  });

  describe('steps', () => {
    const TEXT =
      '## Diagnosis\n1. Look\n   at it\n2. Call `ls`\n   - [ ] inner\n- no step\n- [x] done\n';

    it('reads ordered items and tasks', () => {
      expect(
        readRunbookOutline(TEXT).steps.map(
          ({ text, line, endLine, depth, section }) => ({
            text,
            line,
            endLine,
            depth,
            section,
          }),
        ),
      ).toEqual([
        {
          text: 'Look at it',
          line: 2,
          endLine: 3,
          depth: 0,
          section: 'Diagnosis',
        },
        {
          text: 'Call ls',
          line: 4,
          endLine: 5,
          depth: 0,
          section: 'Diagnosis',
        },
        { text: 'inner', line: 5, endLine: 5, depth: 1, section: 'Diagnosis' },
        { text: 'done', line: 7, endLine: 7, depth: 0, section: 'Diagnosis' },
      ]);
    });

    it('keeps the id of a step while others change, and when it is ticked', () => {
      const idOf = (text: string, step: string) =>
        readRunbookOutline(text).steps.find(one => one.text === step)!.id;
      const before = idOf(TEXT, 'done');
      expect(idOf(`1. new\n\n${TEXT.replace('Look', 'Watch')}`, 'done')).toBe(
        before,
      );
      expect(idOf(TEXT.replace('[x]', '[ ]'), 'done')).toBe(before);
    });

    it('gives each step an id of its own', () => {
      const step = fc.constantFrom('a', 'b', 'c d', '`e`');
      fc.assert(
        fc.property(fc.array(step, { maxLength: 20 }), texts => {
          const { steps } = readRunbookOutline(
            texts.map((text, index) => `${index + 1}. ${text}`).join('\n'),
          );
          expect(steps).toHaveLength(texts.length);
          expect(new Set(steps.map(({ id }) => id)).size).toBe(texts.length);
        }),
      );
    });
  });

  describe('code', () => {
    it('reads blocks and code within lines', () => {
      const { code } = readRunbookOutline(
        'a `ls -l` b\n\n> ```Bash title="x"\n> a\n> b\n> ```\n\n    indented\n\n<pre>in &lt;html</pre>\n\n| `x` |\n|-|\n',
      );
      expect(
        code.map(({ language, text, inline, line }) => [
          line,
          inline,
          language,
          text,
        ]),
      ).toEqual([
        [1, true, undefined, 'ls -l'],
        [3, false, 'bash', 'a\nb'],
        [8, false, undefined, 'indented'],
        [10, false, undefined, 'in &lt;html'],
        [12, true, undefined, 'x'],
      ]);
    });
  });

  describe('links', () => {
    it('reads links, images, references and bare addresses with their places', () => {
      const { links } = readRunbookOutline(
        'a [b *c*](https://x.example/d "t") ![i](i.png)\n[Ref][R] [r] [none] [no][none]\n<https://y.example> https://z.example www.w.example\n<a href="h.html">h</a> [e]()\n\n[r]: <../r b.md>\n',
      );
      expect(
        links.map(link => [place(link), link.url, link.text, link.image]),
      ).toEqual([
        ['1:3', 'https://x.example/d', 'b c', false],
        ['1:36', 'i.png', 'i', true],
        ['2:1', '../r b.md', 'Ref', false],
        ['2:10', '../r b.md', 'r', false],
        ['3:2', 'https://y.example', 'https://y.example', false],
        ['3:21', 'https://z.example', 'https://z.example', false],
        ['3:39', 'http://www.w.example', 'www.w.example', false],
        ['4:1', 'h.html', '', false],
        ['4:24', '', 'e', false],
      ]);
    });

    it.each([
      ['https://grafana.example/d/abc/overview', 'dashboard'],
      ['https://app.datadoghq.example/dashboard/a-b', 'dashboard'],
      ['https://prometheus.example/graph?g0.expr=up', 'query'],
      ['https://grafana.example/explore?left=x', 'query'],
      ['https://runbooks.example/a', 'runbook'],
      ['https://github.com/o/runbooks/blob/main/alerts/a.md', 'runbook'],
      ['https://grafana.com/docs/grafana/latest/dashboards/', 'other'],
      ['https://example.com/', 'other'],
    ])('takes %s for a %s', (url, kind) => {
      expect(readRunbookOutline(`<${url}>`).links).toMatchObject([{ kind }]);
    });
  });

  it('finds placeholders, and no templates of other tools', () => {
    const { placeholders } = readRunbookOutline(
      '{{namespace}} `{{ $labels.pod }}` {{ .Labels.node }} {{ $value }} {{end}} {{ range .Items }}',
    );
    expect(
      placeholders.map(({ label, inCode, column }) => [label, inCode, column]),
    ).toEqual([
      ['namespace', false, 1],
      ['pod', true, 16],
      ['node', false, 35],
      [undefined, false, 54],
    ]);
  });

  it('reads lines that end as on Windows, behind a mark of order', () => {
    const { sections } = readRunbookOutline('\ufeff# A\r\n\r\n## B\r\nx\r\n');
    expect(sections[0]).toMatchObject({
      text: 'A',
      line: 1,
      sections: [{ text: 'B', line: 3 }],
    });
  });

  describe('hostile texts', () => {
    const MANY = 600_000;
    const fill = (part: string) => part.repeat(MANY / part.length);

    it.each([
      ['backticks', fill('`')],
      [
        'runs of backticks',
        Array.from({ length: 1_000 }, (_, n) => '`'.repeat(n)).join(' '),
      ],
      ['brackets', fill('[a](')],
      ['stars', fill('**a*')],
      ['quotes', fill('>')],
      ['lists in one line', fill('1. ')],
      [
        'nested lists',
        Array.from({ length: 700 }, (_, n) => `${' '.repeat(2 * n)}- a`).join(
          '\n',
        ),
      ],
      ['headings', fill('# a\n')],
      ['tags that never end', fill('<a href="')],
      ['blocks of HTML that never end', fill('<pre>')],
      ['headings of HTML that never end', fill('<h2>')],
      ['headings of HTML', fill('<h2>a</h2>')],
      ['a table', `a|b\n-|-\n${fill('|\n')}`],
      ['braces', fill('{{ a')],
      ['returns', fill('\r')],
      ['halves of characters', fill('\ud800')],
      ['a heading with a long anchor', `# {#${fill('a')}`],
      ['capitals', `# ${fill('A')}!`],
      ['blanks behind what is unfinished', `to be written${fill(' ')}x`],
      ['an address of addresses', `<https://x.example${fill('/alerts')}>`],
      ['leads', fill('**Impact:** a\n\n')],
    ])('takes %s, and answers within bounds', (_, text) => {
      const outline = readRunbookOutline(text);
      for (const parts of [
        outline.steps,
        outline.links,
        outline.code,
        outline.anchors,
        outline.placeholders,
      ]) {
        expect(parts.length).toBeLessThanOrEqual(20_100);
      }
    });

    it('says what it did not read', () => {
      const rules = (text: string) =>
        readRunbookOutline(text).problems.map(({ rule }) => rule);
      expect(rules('a '.repeat(2_600_000))).toEqual(['too-long']);
      expect(rules('> '.repeat(100))).toEqual(['too-deep']);
      expect(rules('a '.repeat(1_000))).toEqual([]);
    });

    it('never throws, and tells places that are there', () => {
      const parts = fc.constantFrom(
        '# ',
        '## ',
        '- [ ] ',
        '1. ',
        '> ',
        '`',
        '```',
        '\n',
        '    ',
        '[a]',
        '(b)',
        '<!--',
        '-->',
        '{{a}}',
        '|',
        '---',
        'TODO',
        '**',
        'a',
        ' ',
        '<b>',
        '\\',
        '&amp;',
        '~~~',
        '\r\n',
        '\u2028',
      );
      fc.assert(
        fc.property(fc.array(parts, { maxLength: 60 }), chosen => {
          const text = chosen.join('');
          const lines = text.replace(/\r\n?/g, '\n').split('\n');
          const { links, code, steps, placeholders, unfinished, leads } =
            readRunbookOutline(text);
          for (const { line, column } of [
            ...links,
            ...code,
            ...steps,
            ...placeholders,
            ...unfinished,
            ...leads,
          ]) {
            expect(lines[line - 1].length).toBeGreaterThanOrEqual(column - 1);
          }
        }),
        { numRuns: 500 },
      );
    });
  });
});
