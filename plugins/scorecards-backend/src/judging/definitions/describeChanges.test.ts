import { scorecard } from '../../__testUtils__/entities';
import { describeChanges } from './describeChanges';

const before = scorecard({
  checks: [
    { id: 'leaks', level: 'bronze' },
    { id: 'dents', level: 'silver' },
  ],
});

function after(change: (copy: typeof before) => void) {
  const copy = structuredClone(before);
  change(copy);
  return copy;
}

describe('describeChanges', () => {
  it('calls the first version that', () => {
    expect(describeChanges(undefined, before)).toEqual(['First version']);
  });

  it.each<[string, (copy: typeof before) => void, string[]]>([
    [
      'a value',
      copy => {
        copy.spec.checks[0].level = 'gold';
      },
      [`Check 'leaks' moved from level bronze to gold`],
    ],
    [
      'a value that was not there',
      copy => {
        copy.spec.checks[0].maxAge = '3d';
      },
      [`Check 'leaks' now takes facts of at most 3d, before of any age`],
    ],
    [
      'a rule',
      copy => {
        copy.spec.checks[1].rule = { 'metadata.name': 'tug' };
      },
      [
        `Check 'dents' now wants metadata.name is "tug", before harbour.hull.dents is at most 10`,
      ],
    ],
    [
      'checks',
      copy => {
        copy.spec.checks[1] = { ...copy.spec.checks[1], id: 'rust' };
      },
      [`Check 'rust' was added at level silver`, `Check 'dents' was removed`],
    ],
    [
      'the scorecard',
      copy => {
        copy.spec.levels = ['bronze', 'silver'];
        copy.spec.appliesTo = { kind: 'API' };
        copy.spec.owner = 'group:default/office';
      },
      [
        'Applies where kind is "API", before where kind is "Component"',
        `Level 'gold' was removed`,
        'The owner went from group:default/crew to group:default/office',
      ],
    ],
    [
      'nothing that is judged',
      copy => {
        copy.metadata.title = 'Seaworthy at last';
      },
      ['Wording or order changed'],
    ],
  ])('tells of %s', (_, change, expected) => {
    expect(describeChanges(before, after(change))).toEqual(expected);
  });
});
