import { Rule } from '../scorecard';
import { wantedFields } from './wantedFields';

describe('wantedFields', () => {
  it.each<[string, Rule, ReturnType<typeof wantedFields>]>([
    [
      'the name of an annotation whole, dots and all',
      { 'metadata.annotations.github.com/project-slug': { $matches: '/' } },
      [
        {
          keys: ['metadata', 'annotations', 'github.com/project-slug'],
          value: undefined,
        },
      ],
    ],
    [
      'the value that is asked for',
      { 'spec.lifecycle': 'production' },
      [{ keys: ['spec', 'lifecycle'], value: 'production' }],
    ],
    [
      'the first of several values',
      { 'spec.type': { $in: ['service', 'website'] } },
      [{ keys: ['spec', 'type'], value: 'service' }],
    ],
    [
      'an element of a list',
      { 'metadata.links': { $contains: { title: 'Dashboard' } } },
      [{ keys: ['metadata', 'links'], value: [{ title: 'Dashboard' }] }],
    ],
    [
      'a plain element of a list',
      { 'metadata.tags': { $contains: 'java' } },
      [{ keys: ['metadata', 'tags'], value: ['java'] }],
    ],
    [
      'all parts, and the first alternative',
      {
        $all: [
          { 'metadata.description': { $exists: true } },
          {
            $any: [
              { 'facts.a.b': true },
              { 'spec.system': 'tracking' },
              { 'spec.system': 'billing' },
            ],
          },
        ],
      },
      [
        { keys: ['metadata', 'description'], value: undefined },
        { keys: ['spec', 'system'], value: 'tracking' },
      ],
    ],
    ['nothing of facts', { 'facts.a.b': true }, []],
    ['nothing of what no file says', { 'relations.x': 'y' }, []],
    ['nothing where something is to go', { $not: { 'spec.a': 'b' } }, []],
    ['nothing where anything else would do', { 'spec.a': { $ne: 'b' } }, []],
    ['nothing that must not be', { 'spec.a': { $exists: false } }, []],
  ])('tells %s', (_, rule, fields) => {
    expect(wantedFields(rule)).toEqual(fields);
  });

  it('tells only of the fields that decided', () => {
    const rule: Rule = { 'spec.a': 'x', 'spec.b': 'y' };
    expect(wantedFields(rule, ['spec.b'])).toEqual([
      { keys: ['spec', 'b'], value: 'y' },
    ]);
  });
});
