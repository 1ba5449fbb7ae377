import fc from 'fast-check';
import { parseScorecardYaml } from './parseScorecardYaml';

const GOOD = `apiVersion: fairlead.dev/v1alpha1
kind: Scorecard
metadata:
  name: readiness
spec:
  owner: platform
  appliesTo: { kind: Component }
  levels: [bronze]
  checks:
    - id: described
      title: Described
      level: bronze
      rule:
        metadata.description: { $exists: true }
        metadata.annotations.backstage.io/techdocs-ref: { $exists: true }
`;

const textAt = (text: string, range?: { from: number; to: number }) =>
  range && text.slice(range.from, range.to).trim();

describe('parseScorecardYaml', () => {
  it('gives the entity of a good text', () => {
    const { entity, problems } = parseScorecardYaml(GOOD);
    expect(problems).toEqual([]);
    expect(entity?.spec.checks[0].rule).toEqual({
      'metadata.description': { $exists: true },
      'metadata.annotations.backstage.io/techdocs-ref': { $exists: true },
    });
  });

  it('says where in the text each problem is, in the order of the text', () => {
    const text = GOOD.replace('level: bronze', 'level: gold')
      .replace('owner:', 'onwer:')
      .replace('ref: { $exists', 'ref: { $exits');
    const { entity, problems } = parseScorecardYaml(text);
    expect(entity).toBeUndefined();
    expect(
      problems.map(({ path, range }) => [
        path,
        range?.line,
        textAt(text, range),
      ]),
    ).toEqual([
      ['spec.owner', 6, 'onwer'],
      ['spec.onwer', 6, 'onwer: platform'],
      ['spec.checks[0].level', 12, 'level: gold'],
      [
        'spec.checks[0].rule.metadata.annotations.backstage.io/techdocs-ref.$exits',
        15,
        '$exits: true',
      ],
    ]);
  });

  it.each([
    ['spec.checks[0].title', 'title: Described'],
    [
      'spec.checks[0].rule.metadata.description',
      'metadata.description: { $exists: true }',
    ],
    ['spec.levels[0]', 'bronze'],
    ['spec.checks[0].nowhere', 'id'],
    ['spec.checks[7]', expect.stringContaining('- id: described')],
    ['', expect.stringContaining('apiVersion')],
  ])('finds the range of %s', (path, expected) => {
    const { positions } = parseScorecardYaml(GOOD);
    expect(textAt(GOOD, positions.rangeOf(path))).toEqual(expected);
  });

  it.each([
    ['an unclosed bracket', 'a: [1, 2', /^line 1, column \d+: /],
    [
      'a key given twice',
      'a: 1\na: 2',
      /^line 2, column 1: Map keys must be unique/,
    ],
    ['a tab for indentation', 'a:\n\t- b', /^line 2, column 1: Tabs/],
  ])('tells the line of %s', (_, text, message) => {
    const { problems, entity } = parseScorecardYaml(text);
    expect(entity).toBeUndefined();
    expect(problems[0].message).toMatch(message);
    expect(problems[0].range).toBeDefined();
  });

  it.each([
    ['no text', '', 'the text holds no document'],
    ['a text alone', 'hello', "takes an entity, not the text 'hello'"],
    [
      'two documents',
      `${GOOD}---\n${GOOD}`,
      'the text holds more than one document, give one scorecard',
    ],
    [
      'a huge text',
      ' '.repeat(300_000),
      'the text has more than 256 thousand characters',
    ],
    ['an unknown alias', 'a: *b', 'Unresolved alias'],
    [
      'a text of many lines',
      'a: b: c\n'.repeat(20_000),
      'the text has more than 8000 line breaks',
    ],
    [
      'many brackets',
      '['.repeat(50_000),
      'the text has more than 8000 line breaks, brackets',
    ],
    [
      'many aliases',
      `a: &a x\nb: [${'*a ,'.repeat(101)}]`,
      'the text has more than 100 aliases',
    ],
    ['keys of keys', '? '.repeat(60), 'Map keys must be plain texts'],
    ...['? ', '- ', ': ', '- ? ', '- &a - ', '[ ', '{ a: ', '[ { b: '].flatMap(
      nested =>
        ['', '}', ' : x\n- b', ' ]'.repeat(1_000)].map(
          (end): [string, string, string] => [
            `what nests without end, by ${JSON.stringify(nested + end)}`,
            nested.repeat(1_500) + end,
            'deep',
          ],
        ),
    ),
    [
      'what nests line by line',
      Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join(
        '\n',
      ),
      'the text nests more than 64 deep',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(parseScorecardYaml(text).problems[0].message).toContain(message);
  });

  it('tells a hundred problems at most', () => {
    for (const line of ['a: "b" c\n', 'x: 1\n', '? [a]\n']) {
      const { problems } = parseScorecardYaml(line.repeat(1_500));
      expect(problems).toHaveLength(100);
    }
  });

  it('refuses aliases that explode', () => {
    const laughs = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (let i = 1; i < 12; i += 1) {
      laughs.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`);
    }
    const { problems, entity } = parseScorecardYaml(laughs.join('\n'));
    expect(entity).toBeUndefined();
    expect(problems[0].message).toMatch(/Excessive alias count/);
  });

  it('refuses an alias to what contains it', () => {
    const { problems } = parseScorecardYaml(
      GOOD.replace('rule:\n', 'rule: &rule\n        $not: *rule\n').replace(
        /\n {8}metadata[^\n]*/g,
        '',
      ),
    );
    expect(problems).toEqual([
      expect.objectContaining({
        path: 'spec.checks[0].rule.$not',
        message: 'contains itself',
      }),
    ]);
  });

  it('lets checks share what they say by an alias', () => {
    const text = GOOD.replace(
      'title: Described',
      'title: &words Described',
    ).replace('level: bronze', 'level: bronze\n      why: *words');
    expect(parseScorecardYaml(text).entity?.spec.checks[0].why).toBe(
      'Described',
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.nat(GOOD.length),
        (noise, at) => {
          const text = GOOD.slice(0, at) + noise + GOOD.slice(at);
          expect(parseScorecardYaml(text).problems).toBeDefined();
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
