import { FACTS } from '../../__fixtures__';
import { suggest } from './suggest';
import { readYamlContext } from './yamlContext';

const known = { facts: FACTS, levels: ['bronze', 'silver'] };

function labelsAt(text: string): string[] {
  return suggest(readYamlContext(text.split('\n'))!, known).map(
    ({ label }) => label,
  );
}

const CHECK = 'spec:\n  checks:\n    - id: a\n';

describe('suggest', () => {
  it.each([
    [
      'the fields of a scorecard',
      '',
      ['apiVersion', 'kind', 'metadata', 'spec'],
    ],
    ['its only kind', 'kind: ', ['Scorecard']],
    [
      'the fields below spec',
      'spec:\n  ',
      ['owner', 'appliesTo', 'levels', 'checks'],
    ],
    ['the levels of the text', `${CHECK}      level: `, ['bronze', 'silver']],
    ['the fields of a fix', `${CHECK}      fix: { `, ['text', 'url']],
    [
      'yes and no for a fact that is either',
      `${CHECK}      rule: { facts.ownership.ownerHasMembers: `,
      ['true', 'false'],
    ],
    [
      'yes and no for whether there is a value',
      `${CHECK}      rule: { metadata.title: { $exists: `,
      ['true', 'false'],
    ],
    ['nothing for a value anybody may choose', `${CHECK}      title: `, []],
    [
      'nothing for a number to compare with',
      `${CHECK}      rule: { facts.delivery.ci.feedback.p90: { $lte: `,
      [],
    ],
  ])('offers %s', (_name, text, labels) => {
    expect(labelsAt(text)).toEqual(labels);
  });

  it.each([
    ['in a rule', `${CHECK}      rule:\n        `],
    [
      'in one of several rules',
      `${CHECK}      rule:\n        $any:\n          - `,
    ],
    ['in braces', `${CHECK}      rule: { $not: { `],
  ])('offers facts, paths and operators %s', (_name, text) => {
    expect(labelsAt(text)).toEqual(
      expect.arrayContaining([
        'facts.delivery.ci.feedback.p90',
        'spec.lifecycle',
        '$all',
      ]),
    );
  });

  it('offers no facts where the catalog must understand the filter', () => {
    expect(labelsAt('spec:\n  appliesTo: { ')).toEqual(
      expect.not.arrayContaining(['facts.delivery.ci.feedback.p90']),
    );
    expect(labelsAt('spec:\n  appliesTo: { spec.type: { ')).toEqual([
      '$exists',
      '$in',
      '$contains',
      '$hasPrefix',
    ]);
  });

  it('offers every test of a value within a rule', () => {
    expect(labelsAt(`${CHECK}      rule: { facts.docs.lastRead: { `)).toEqual(
      expect.arrayContaining(['$newerThan', '$lte', '$matches', '$in']),
    );
  });

  it('carries the meaning of a fact', () => {
    const [fact] = suggest(
      readYamlContext(`${CHECK}      rule:\n        `.split('\n'))!,
      known,
    );
    expect(fact).toMatchObject({
      insert: 'facts.ownership.ownerHasMembers: ',
      fact: { title: 'Owner has members' },
    });
  });
});
