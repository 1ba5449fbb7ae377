import { readYamlContext } from './yamlContext';

describe('readYamlContext', () => {
  it.each([
    ['an empty text', '', '', 'key'],
    ['the start of a key', 'ki', '', 'key'],
    ['a value', 'kind: ', 'kind', 'value'],
    ['a key below a key', 'metadata:\n  na', 'metadata', 'key'],
    ['an empty line below a key', 'spec:\n  ', 'spec', 'key'],
    ['an empty line back at the margin', 'spec:\n  owner: a\n', '', 'key'],
    ['an item of a list', 'spec:\n  checks:\n    - i', 'spec checks []', 'key'],
    [
      'a later key of an item',
      'spec:\n  checks:\n    - id: a\n      le',
      'spec checks []',
      'key',
    ],
    [
      'a value of the second item',
      'spec:\n  checks:\n    - id: a\n    - id: b\n      level: ',
      'spec checks [] level',
      'value',
    ],
    [
      'items in the column of their list',
      'spec:\n  checks:\n  - id: a\n    rule:\n      fac',
      'spec checks [] rule',
      'key',
    ],
    [
      'a key after a list in its own column',
      'spec:\n  checks:\n  - id: a\n  ow',
      'spec',
      'key',
    ],
    [
      'an open brace',
      'spec:\n  appliesTo: { kind: Component, spec.ty',
      'spec appliesTo',
      'key',
    ],
    [
      'a value in braces',
      'spec:\n  appliesTo: { kind: ',
      'spec appliesTo kind',
      'value',
    ],
    [
      'a list in braces',
      'spec:\n  appliesTo: { spec.type: { $in: [service, ',
      'spec appliesTo spec.type $in []',
      'value',
    ],
    ['after closed braces', 'a: { b: c }', 'a', 'value'],
    ['a quoted key', '"facts.a": ', 'facts.a', 'value'],
    [
      'a list item with a value only',
      'spec:\n  levels:\n    - br',
      'spec levels []',
      'key',
    ],
  ])('finds %s', (_name, text, path, position) => {
    expect(readYamlContext(text.split('\n'))).toEqual({
      path: path.split(' ').filter(Boolean),
      position,
    });
  });

  it('finds nothing to complete in a block of text', () => {
    expect(readYamlContext(['why: |', '  level: '])).toBeUndefined();
    expect(readYamlContext(['why: |', '  level: a', 'ow'])).toEqual({
      path: [],
      position: 'key',
    });
  });
});
