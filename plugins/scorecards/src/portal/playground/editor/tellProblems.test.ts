import { parseScorecardYaml } from '@fairlead/backstage-plugin-scorecards-common';
import { starterScorecard } from '../../starterScorecard';
import { tellProblems } from './tellProblems';

const told = (text: string) => tellProblems(parseScorecardYaml(text).problems);

describe('tellProblems', () => {
  it('tells of a slip in the syntax once, without its place in words, and how much follows from it', () => {
    const text = starterScorecard.replace('spec:', 'spec');
    const { problems, following } = told(text);
    expect(problems).toHaveLength(1);
    expect(problems[0].message).not.toMatch(/line \d/i);
    expect(problems[0].range?.line).toBe(7);
    expect(following).toBe(parseScorecardYaml(text).problems.length - 1);
    expect(following).toBeGreaterThan(0);
  });

  it('tells all that is wrong in a text that can be read', () => {
    const text = starterScorecard
      .replace('level: bronze', 'level: wood')
      .replace('level: silver', 'level: stone');
    const { problems, following } = told(text);
    expect(problems).toHaveLength(2);
    expect(following).toBe(0);
  });

  it('tells nothing of a good text', () => {
    expect(told(starterScorecard)).toEqual({ problems: [], following: 0 });
  });
});
