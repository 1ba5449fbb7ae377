/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { fillPlaceholders } from '.';

const fill = (text: string, value: string) =>
  fillPlaceholders(text, { ns: value }).text;

const bash = (line: string) => `\`\`\`bash\n${line}\n\`\`\`\n`;

describe('fillPlaceholders', () => {
  it.each([
    '{{ns}}',
    '{{ ns }}',
    '{{ $labels.ns }}',
    '{{$labels.ns}}',
    '{{ .Labels.ns }}',
    '{{ .CommonLabels.ns }}',
    '{{- ns -}}',
  ])('fills %s', placeholder => {
    expect(fill(`in ${placeholder}.`, 'shop')).toBe('in shop.');
  });

  it.each([
    '{{end}}',
    '{{ .Names }}',
    '{{ range .Items }}',
    '{{< ref >}}',
    '{{ $value }}',
    '{{}}',
  ])('leaves %s to whom it is meant for', text => {
    expect(fillPlaceholders(text, { Names: 'x', end: 'x' })).toEqual({
      text,
      filled: [],
      unfilled: [],
    });
  });

  it('tells where it filled in what, and what is left', () => {
    expect(
      fillPlaceholders('a {{ns}}\n\n`{{ $labels.pod }}` {{nope}}', {
        ns: 'x*',
        pod: 'p-1',
      }),
    ).toEqual({
      text: 'a x&#42;\n\n`p-1` {{nope}}',
      filled: [
        { label: 'ns', value: 'x*', from: 2, to: 8, line: 1, column: 3 },
        { label: 'pod', value: 'p-1', from: 11, to: 14, line: 3, column: 2 },
      ],
      unfilled: [
        {
          label: 'nope',
          raw: '{{nope}}',
          reason: 'The alert has no such label, or it is empty',
          line: 3,
          column: 7,
        },
      ],
    });
  });

  it('takes labels for what they are, and nothing that objects have', () => {
    expect(fillPlaceholders('{{constructor}}', {}).filled).toEqual([]);
  });

  it.each([
    ['plain', 'ls {{ns}}', '10.0.0.1:9090', 'ls 10.0.0.1:9090'],
    ['with a space', 'ls {{ns}}', 'a b', `ls 'a b'`],
    ['with a quote', 'ls {{ns}}', `a'b`, `ls 'a'\\''b'`],
    ['with a command', 'ls {{ns}}', '$(reboot)', `ls '$(reboot)'`],
    [
      'within double quotes',
      'ls "{{ns}}x"',
      '$(reboot)',
      `ls ""'$(reboot)'"x"`,
    ],
    ['within single quotes', `ls '{{ns}}x'`, `a'b`, `ls 'a'\\''bx'`],
    ['behind a comment', '# look\nls {{ns}}', 'a b', `# look\nls 'a b'`],
    ['behind an equals sign', 'ls --dir={{ns}}', '-a b', `ls --dir='-a b'`],
  ])('writes a value for a shell: %s', (_, line, value, expected) => {
    expect(fill(bash(line), value)).toBe(bash(expected));
  });

  it.each([
    ['an option', bash('ls {{ns}}'), '--all'],
    ['several lines', bash('ls {{ns}}'), 'a\nb'],
    ['what turns the line around', bash('ls {{ns}}'), 'a\u202eb'],
    ['what could end the block', bash('{{ns}}'), '```'],
    ['within a command within a command', bash('ls "$(echo {{ns}})"'), 'a b'],
    ['within backticks of a shell', bash('ls `echo {{ns}}`'), 'a b'],
    ['in a document that a shell takes', bash('cat <<EOF\n{{ns}}\nEOF'), 'a b'],
    [
      'behind a quote that one reading leaves open',
      bash(`# don't\nls {{ns}}`),
      'a b',
    ],
    ['in another language', '```promql\nup{ns="{{ns}}"}\n```', 'a"b'],
    ['a backtick in code within a line', '`ls {{ns}}`', 'a`b'],
    ['a bar in code within a line', '`ls {{ns}}`', 'a|b'],
    ['the name of a tag', '<{{ns}}>', 'script'],
    ['an attribute', '<a href={{ns}}>x</a>', 'x onclick=y'],
    ['the language of a block', '```{{ns}}\na\n```', 'x'],
    ['a comment', '<!-- {{ns}} -->', 'x'],
  ])(
    'leaves the placeholder where a value could become more: %s',
    (_, text, value) => {
      const {
        text: after,
        filled,
        unfilled,
      } = fillPlaceholders(text, { ns: value });
      expect(after).toBe(text);
      expect(filled).toEqual([]);
      expect(unfilled).toMatchObject([{ label: 'ns', raw: '{{ns}}' }]);
    },
  );

  it.each([
    ['[d](https://g.example/?ns={{ns}})', 'https://g.example/?ns=a%20b%26c'],
    [
      '[d](https://g.example/?ns={{ $labels.ns }})',
      'https://g.example/?ns=a%20b%26c',
    ],
    ['https://g.example/{{ $labels.ns }}/x', 'https://g.example/a%20b%26c/x'],
    ['[d]: {{ $labels.ns }}', '[d]: a%20b%26c'],
    ['[d]( {{ns}} )', 'a%20b%26c'],
  ])('encodes a value in the address of %s', (text, expected) => {
    expect(fill(text, 'a b&c')).toContain(expected);
  });

  it('leaves the front matter as it is', () => {
    const text = '---\ntitle: "{{ns}}"\n---\n{{ns}}';
    expect(fill(text, 'x')).toBe('---\ntitle: "{{ns}}"\n---\nx');
  });

  const value = fc.string({
    unit: fc.constantFrom(
      ...'ab1 \'"`$(){}[]<>|&;#*_~\\/:.!=-+\n\t@%',
      '\u202e',
      '$(x)',
      '](',
      '```',
      'http://',
      'www.',
      '-->',
      '{{ns}}',
    ),
    maxLength: 12,
  });

  it('is read by a shell as the value and nothing more', () => {
    const places = fc.constantFrom(
      'printf "%s\\\\0" {{ns}}',
      'printf "%s\\\\0" "{{ns}}"',
      `printf '%s\\\\0' '{{ns}}'`,
      'printf "%s\\\\0" x={{ns}}y',
      'printf "%s\\\\0" "x {{ns}} y"',
      `printf '%s\\\\0' 'x'"y"{{ns}}`,
    );
    const cases = fc.sample(fc.tuple(places, value), 1_500);
    const script: string[] = [];
    const expected: string[] = [];
    for (const [place, text] of cases) {
      const { text: filled, unfilled } = fillPlaceholders(
        bash(place.replace(/\\\\/g, '\\')),
        { ns: text },
      );
      if (unfilled.length === 0) {
        script.push(filled.replace(/^```bash\n|```\n$/g, ''));
        expected.push(
          place
            .replace(/^.*?0["'] /, '')
            .replace(/["']/g, '')
            .replace('{{ns}}', () => text),
        );
      }
    }
    const output = execFileSync('/bin/sh', ['-s'], {
      input: script.join(''),
      encoding: 'utf8',
    });
    expect(output.split('\0').slice(0, -1)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(200);
  });

  it('never adds Markdown or HTML, whatever a label holds', () => {
    const markdown = new MarkdownIt({ html: true, linkify: false }).enable([
      'table',
      'strikethrough',
    ]);
    /** What a text is made of, without what is read. */
    const shapeOf = (text: string) =>
      markdown
        .parse(text, {})
        .flatMap(({ type, tag, children }) => [
          `${type} ${tag}`,
          ...(children ?? [])
            .filter(
              child => child.type !== 'text' && child.type !== 'text_special',
            )
            .map(child => `${child.type} ${child.tag}`),
        ]);
    const template = fc.constantFrom(
      '{{ns}}',
      '# {{ns}}',
      'a {{ns}} b',
      '**{{ns}}**',
      '_a{{ns}}_ `x`',
      '- {{ns}}\n- b',
      '> {{ns}}',
      '| a | b |\n|---|---|\n| {{ns}} | `{{ns}}` |',
      '`{{ns}}`',
      '```\n{{ns}}\n```',
      '~~~sh\n{{ns}}\n~~~',
      '    {{ns}}',
      '- ```\n  {{ns}}\n  ```',
      '[x]({{ns}})',
      '[{{ns}}](https://a.example/{{ns}})',
      '[x]( {{ $labels.ns }})',
      '![{{ns}}](a.png "{{ns}}")',
      '<div title="{{ns}}">\n\n{{ns}}\n\n</div>',
      'a <b>{{ns}}</b> {{ns}}',
      'a\\{{ns}}',
      'a\n{{ns}}\nb',
      '{{ns}}. a',
      '`a {{ns}} b` `c`',
      'https://a.example/{{ns}} {{ns}}',
    );
    fc.assert(
      fc.property(template, value, (text, held) => {
        const { text: filled, unfilled } = fillPlaceholders(text, { ns: held });
        // What is left as it stands adds nothing; for the rest a harmless value has the same shape.
        fc.pre(unfilled.length === 0);
        const { text: harmless } = fillPlaceholders(text, { ns: 'x' });
        expect(shapeOf(filled)).toEqual(shapeOf(harmless));
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves values that need a look at a script that nobody copies', () => {
    const long = bash(`ls {{ns}}\n${'echo {{ns}}\n'.repeat(20_000)}`);
    const { filled, unfilled } = fillPlaceholders(long, { ns: 'a b' });
    expect(filled.length).toBeGreaterThan(1_000);
    expect(unfilled.length).toBeGreaterThan(10_000);
  });

  it('fills nothing beyond its bounds, and takes any text', () => {
    const many = '{{ns}} '.repeat(100_000);
    const { text, filled } = fillPlaceholders(many, { ns: 'x' });
    expect(filled.length).toBe(20_000);
    expect(text.endsWith('{{ns}} ')).toBe(true);
  });
});
