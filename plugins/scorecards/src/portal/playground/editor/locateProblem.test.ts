import { parseDocument } from 'yaml';
import { locateProblem } from './locateProblem';

const text = `kind: Scorecard
spec:
  levels: [bronze, silver]
  checks:
    - id: a
      rule: { facts.ownership.ownerExists: { $eqq: true } }
    - id: a
`;

describe('locateProblem', () => {
  it.each([
    ['kind', 'kind'],
    ['spec.levels[1]', 'silver'],
    ['spec.checks[1].id', 'id'],
    ['spec.checks[0].rule.facts.ownership.ownerExists.$eqq', '$eqq'],
    ['spec.checks[0].missing', '- id: a'],
    ['spec.owner', 'spec'],
    ['', ''],
  ])('marks %s', (path, expected) => {
    const { from, to } = locateProblem(parseDocument(text), path);
    const line = text.slice(0, from).split('\n').length;
    const marked = text.slice(from, to);
    if (path === 'spec.checks[0].missing') {
      expect(line).toBe(5);
    } else {
      expect(marked).toBe(expected);
    }
  });
});
