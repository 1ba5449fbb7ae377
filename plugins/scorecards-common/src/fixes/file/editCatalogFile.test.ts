import fc from 'fast-check';
import { parseAllDocuments, parseDocument, stringify } from 'yaml';
import { changeEntity, isSame, valueAt } from '../changeEntity';
import { EntityChange } from '../types';
import { editCatalogFile } from './editCatalogFile';

const FILE = `# The shop.
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
    name: "checkout" # as in the repository
    description: 'Takes the money'
    annotations:
        github.com/project-slug: acme/checkout
        # who is called at night
        pagerduty.com/service-id: P1
    tags: [java, spring]
    links: # for people
    - url: https://example.com
      title: Site
spec:
    # see the handbook
    lifecycle: experimental
    type: service
    owner: payments
    text: |
        several
        lines

# the end
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: checkout }
spec: {}
`;

const REF = 'component:default/checkout';

function edit(text: string, ...changes: EntityChange[]) {
  const result = editCatalogFile(text, { entityRef: REF, changes });
  return typeof result === 'string'
    ? result
    : text.replace(result.before, () => result.after);
}

const set = (path: string, value: unknown) =>
  ({ keys: path.split(' '), action: 'set', value } as EntityChange);

/** The lines that an edit adds and takes away. */
function changedLines(after: string, before = FILE) {
  const old = before.split('\n');
  const now = after.split('\n');
  return [
    ...old.filter(line => !now.includes(line)).map(line => `-${line}`),
    ...now.filter(line => !old.includes(line)).map(line => `+${line}`),
  ];
}

describe('editCatalogFile', () => {
  it.each<[string, EntityChange, string[]]>([
    [
      'replaces a value and nothing else',
      set('spec lifecycle', 'production'),
      ['-    lifecycle: experimental', '+    lifecycle: production'],
    ],
    [
      'keeps the quotes of a value, and the comment beside it',
      set('metadata description', "It's new"),
      ["-    description: 'Takes the money'", "+    description: 'It''s new'"],
    ],
    [
      'adds a field behind the last of its map, indented alike',
      set('metadata annotations acme.com/tier', '1'),
      ['+        acme.com/tier: "1"'],
    ],
    [
      'adds fields whose parents are not there',
      set('spec a b', true),
      ['+    a:', '+        b: true'],
    ],
    [
      'adds to a list between brackets',
      { keys: ['metadata', 'tags'], action: 'append', value: 'a, b' },
      ['-    tags: [java, spring]', '+    tags: [java, spring, "a, b"]'],
    ],
    [
      'adds to a list on lines of their own',
      {
        keys: ['metadata', 'links'],
        action: 'append',
        value: { url: 'https://a.example.com', title: 'A' },
      },
      ['+    - url: https://a.example.com', '+      title: A'],
    ],
    [
      'drops an element',
      { keys: ['metadata', 'tags'], action: 'drop', value: 'java' },
      ['-    tags: [java, spring]', '+    tags: [spring]'],
    ],
    [
      'takes a field away',
      {
        keys: ['metadata', 'annotations', 'pagerduty.com/service-id'],
        action: 'remove',
      },
      ['-        pagerduty.com/service-id: P1'],
    ],
    [
      'replaces a block of text',
      set('spec text', 'one line'),
      [
        '-    text: |',
        '-        several',
        '-        lines',
        '+    text: one line',
      ],
    ],
  ])('%s', (_, change, lines) => {
    expect(changedLines(edit(FILE, change))).toEqual(lines);
  });

  it.each([
    ['an empty field', 'annotations:', 'annotations:\n    a: "1"'],
    ['an empty map', 'annotations: {}', 'annotations: { a: "1" }'],
    ['nothing', 'annotations: ~ # none', 'annotations: {"a":"1"} # none'],
  ])('fills %s', (_, written, filled) => {
    const file = (line: string) =>
      `kind: Component\nmetadata:\n  name: checkout\n  ${line}\nspec: {}`;
    expect(edit(file(written), set('metadata annotations a', '1'))).toBe(
      file(filled),
    );
  });

  it('keeps the ends of the lines, and adds none at the end of the file', () => {
    const file = 'kind: Component\r\nmetadata:\r\n  name: checkout';
    expect(edit(file, set('metadata title', 'Shop'))).toBe(
      `${file}\r\n  title: Shop`,
    );
  });

  it.each([
    ['template', 'kind: Component\nmetadata:\n  name: {{ name }}\n'],
    ['template', '{% if x %}\nkind: Component\n{% endif %}\n'],
    ['syntax', 'kind: Component\nmetadata: [\n'],
    ['not-found', 'kind: Component\nmetadata: { name: other }\n'],
    [
      'elsewhere',
      'kind: Component\nmetadata: { name: checkout }\nspec:\n  x:\n    $yaml: ./x.yaml\n',
    ],
    [
      'no-place',
      'kind: Component\nmetadata: { name: checkout }\nspec: { x: text }\n',
    ],
    [
      'no-place',
      'kind: Component\nmetadata: { name: checkout }\nspec:\n  x: &a { z: 1 }\n  w: *a\n',
    ],
    [
      'ahead',
      'kind: Component\nmetadata: { name: checkout }\nspec: { x: { y: 1 } }\n',
    ],
  ])('says that there is no edit: %s', (problem, text) => {
    expect(edit(text, set('spec x y', 1))).toBe(problem);
  });

  it('says what the value says, whatever it holds, and touches nothing else', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'a: b',
        '- a',
        '# no comment',
        '"',
        "'",
        '\n---\nkind: User',
        '...',
        '*alias',
        '!!js/function x',
        'yes',
        '1e3',
        'null',
        '{{ x }}',
        ', b]',
        '}\nkind: User',
        '\u2028kind: User',
        '\r\nkind: User',
        '<fill in spec.x>',
        '$&',
      ),
    );
    const key = hostile.filter(
      text =>
        !['', '__proto__', 'kind', 'name', '<<'].includes(text) &&
        !text.startsWith('$'),
    );
    const change = fc.oneof(
      fc
        .tuple(
          fc.constantFrom<string[]>(
            ['spec', 'lifecycle'],
            ['metadata', 'description'],
            ['spec', 'text'],
            ['metadata', 'title'],
          ),
          hostile,
        )
        .map(([keys, value]): EntityChange => ({ keys, action: 'set', value })),
      fc
        .tuple(
          fc.constantFrom(['metadata', 'annotations'], ['spec']),
          key,
          hostile,
        )
        .map(
          ([keys, name, value]): EntityChange => ({
            keys: [...keys, name],
            action: 'set',
            value,
          }),
        ),
      fc
        .tuple(
          fc.constantFrom<string[]>(
            ['metadata', 'tags'],
            ['metadata', 'links'],
            ['spec', 'list'],
          ),
          hostile,
        )
        .map(
          ([keys, value]): EntityChange => ({ keys, action: 'append', value }),
        ),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        const after = edit(FILE, ...changes);
        if (after === 'ahead') {
          return;
        }
        const read = (text: string) =>
          parseAllDocuments(text).map(document => document.toJS());
        const [entity, other] = read(FILE);
        expect(read(after)).toEqual([
          JSON.parse(JSON.stringify(changeEntity(entity, changes))),
          other,
        ]);
        for (const line of FILE.split('\n').filter(text =>
          text.includes('#'),
        )) {
          expect(after).toContain(line);
        }
      }),
      { seed: 7 },
    );
  });

  it('edits files of any shape so that they say what is wanted, or says that it cannot', () => {
    const tree = fc.letrec<{ value: unknown }>(tie => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('a', '', 'x: y', null, 1, true, 'two\nlines\n'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c.d'), tie('value'), {
          maxKeys: 3,
          noNullPrototype: true,
        }),
      ),
    })).value;
    const change = fc
      .tuple(
        fc.array(fc.constantFrom('a', 'b', 'c.d'), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom('set', 'append', 'drop', 'remove'),
        fc.constantFrom('a', 'new', { a: 1 }),
      )
      .map(
        ([keys, action, value]) =>
          ({ keys: ['spec', ...keys], action, value } as EntityChange),
      );
    let edited = 0;
    fc.assert(
      fc.property(
        tree,
        change,
        fc.record({
          indent: fc.constantFrom(2, 4),
          indentSeq: fc.boolean(),
          flow: fc.boolean(),
        }),
        (spec, wanted, { flow, ...style }) => {
          const entity = {
            kind: 'Component',
            metadata: { name: 'checkout' },
            spec: spec ?? {},
          };
          const text = stringify(entity, {
            ...style,
            collectionStyle: flow ? 'flow' : 'any',
          });
          const result = editCatalogFile(text, {
            entityRef: REF,
            changes: [wanted],
          });
          const changed = changeEntity(entity as never, [wanted]);
          if (typeof result === 'string') {
            // Nothing is written over a map or a list.
            return (
              result !== 'no-place' ||
              !changed ||
              typeof valueAt(entity, wanted.keys) === 'object'
            );
          }
          edited += 1;
          return isSame(parseDocument(result.after).toJS(), changed);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
    expect(edited).toBeGreaterThan(50);
  });
});
