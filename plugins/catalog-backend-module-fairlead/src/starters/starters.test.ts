import { mockServices } from '@backstage/backend-test-utils';
import {
  lintScorecard,
  validateScorecard,
} from '@fairlead/backstage-plugin-scorecards-common';
import { createStarterScorecards } from './createStarterScorecards';
import { readStarterOptions } from './readStarterOptions';
import { StarterScorecardsProvider } from './StarterScorecardsProvider';

/** What the catalog is given by a portal with that configuration. */
async function given(fairlead: {}) {
  const config = mockServices.rootConfig({ data: { fairlead } });
  const applyMutation = jest.fn(async () => {});
  await new StarterScorecardsProvider(readStarterOptions(config)).connect({
    applyMutation,
    refresh: jest.fn(),
  });
  const [[mutation]] = applyMutation.mock.calls as unknown as [
    [{ type: string; entities: { entity: any }[] }],
  ];
  expect(mutation.type).toBe('full');
  return mutation.entities.map(({ entity }) => entity);
}

/** The starters of a portal where everything runs. */
const ALL = createStarterScorecards({
  owner: 'group:a/b',
  families: new Set(['scorecards', 'delivery', 'runbooks', 'onboarding']),
  growthReview: true,
  teamAssessment: true,
  readsFiles: true,
  hasAiResources: true,
});

const factsOf = (scorecards: {}) =>
  new Set(
    Array.from(
      JSON.stringify(scorecards).matchAll(/"facts\.(\w+)/g),
      ([, name]) => name,
    ),
  );

describe('the starter scorecards', () => {
  it('are good definitions, each with a reason and a fix', () => {
    for (const scorecard of ALL) {
      expect(validateScorecard(scorecard)).toEqual([]);
      const { checks } = scorecard.spec as { checks: any[] };
      expect(checks.filter(({ why, fix }) => !why || !fix?.text)).toEqual([]);
    }
  });

  it('ask only for what the catalog knows by itself', async () => {
    expect(factsOf(await given({}))).toEqual(
      new Set(['catalog', 'ownership', 'team']),
    );
  });

  it('ask for what files say where these are read, and for what the families know that run', async () => {
    const last = async (fairlead: {}) => (await given(fairlead)).pop();
    expect(factsOf(await last({ scmFiles: true }))).toEqual(
      new Set(['ownership', 'scmFiles', 'delivery', 'runbooks']),
    );
    expect(
      factsOf(await last({ scmFiles: true, families: ['scorecards'] })),
    ).toEqual(new Set(['ownership', 'scmFiles']));
  });

  it('ask about what agents are given to read, where the catalog has it', async () => {
    const last = async (more: {}) =>
      (await given({ starters: { aiResources: true }, ...more })).pop();
    const scorecard = await last({});
    expect(scorecard.spec.appliesTo).toEqual({ kind: 'AiResource' });
    expect(factsOf(scorecard)).toEqual(new Set(['catalog', 'ownership']));
    expect(factsOf(await last({ scmFiles: true }))).toEqual(
      new Set(['catalog', 'ownership', 'scmFiles']),
    );
  });

  it('ask teams what nothing measures, where that is wanted', async () => {
    const asked = async (more: {}) => {
      const [, , , review, assessment] = await given({
        starters: { growthReview: true, teamAssessment: true },
        ...more,
      });
      return { review, assessment };
    };
    const { review, assessment } = await asked({});
    expect(factsOf(review)).toEqual(
      new Set(['ownership', 'delivery', 'runbooks']),
    );
    const alone = await asked({ families: ['scorecards'] });
    expect(factsOf(alone.review)).toEqual(new Set(['ownership']));
    // It describes teams, and asks for evidence at each level.
    expect(assessment.spec.appliesTo).toEqual({
      kind: 'Group',
      'spec.type': 'team',
    });
    for (const scorecard of [review, alone.review, assessment]) {
      expect(lintScorecard(scorecard)).toEqual([]);
    }
    expect(
      assessment.spec.checks.filter(
        ({ question }: any) => question.evidence !== 'required',
      ),
    ).toEqual([]);
  });

  it('are in the catalog by themselves, owned by the team that is named', async () => {
    expect((await given({})).map(({ metadata }) => metadata.name)).toEqual([
      'starter-ownership',
      'starter-findable',
      'starter-teams',
    ]);
    const [first] = await given({ starters: { owner: 'group:default/guild' } });
    expect(first.spec.owner).toBe('group:default/guild');
  });

  it('are taken out again once they are switched off', async () => {
    expect(await given({ starters: { enabled: false } })).toEqual([]);
  });
});
