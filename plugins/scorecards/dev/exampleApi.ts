import { NotFoundError } from '@backstage/errors';
import { ScorecardsApi } from '../src/api';
import {
  entityScorecards,
  OWNER_SCORECARDS,
  PASSING_RESULT,
  result,
  row,
  SCORECARD,
  TRANSITIONS,
} from '../src/__fixtures__';

/** The fixtures behind the API, for looking at screens without a backend. */
export const exampleApi: ScorecardsApi = {
  getEntityScorecards: async entityRef =>
    entityRef.endsWith('/new-thing')
      ? entityScorecards([], { entityRef, evaluatedAt: null })
      : entityScorecards([result(), PASSING_RESULT], { entityRef }),
  getEntityFacts: async entityRef => ({ entityRef, facts: [] }),
  getEntityTransitions: async () => ({
    items: TRANSITIONS,
    totalItems: TRANSITIONS.length,
  }),
  getFix: async () => ({ kind: 'none', gains: [], loses: [], prompt: '' }),
  getEntityLevels: async entityRefs => ({
    items: entityRefs.map(entityRef => ({
      entityRef,
      scorecards: [{ ...result() }],
    })),
  }),
  getOwnerScorecards: async ownerRef => ({ ...OWNER_SCORECARDS, ownerRef }),
  listScorecards: async () => ({ items: [SCORECARD], totalItems: 1 }),
  getScorecard: async () => SCORECARD,
  listScorecardEntities: async () => ({
    items: [row('checkout-web')],
    totalItems: 1,
    checkIds: SCORECARD.checks.map(({ id }) => id),
  }),
  getScorecardEntitiesCsv: async () => new Blob(['entity,level\n']),
  getRollup: async (scorecardRef, by) => ({ scorecardRef, by, items: [] }),
  getHistory: async scorecardRef => ({
    scorecardRef,
    from: '2026-08-22',
    to: '2026-11-20',
    items: [],
    marks: [],
  }),
  preview: async () => ({
    problems: [],
    totals: { before: null, after: {} },
    entities: [],
  }),
  listFacts: async () => [
    {
      id: 'delivery.ci.feedback.p90',
      type: 'duration',
      unit: 'min',
      title: 'Time to a build result',
      sources: ['delivery'],
      declared: true,
    },
  ],
  listSources: async () => [],
  getHealth: async () => ({
    at: new Date().toISOString(),
    evaluation: {
      due: 0,
      oldestDueAt: null,
      leased: 0,
      leasesOver: 0,
      unfinished: [],
    },
    sources: [],
    costlyChecks: [],
    missingFacts: [],
    refused: [],
  }),
  listScorecardVersions: async () => ({ items: [], totalItems: 0 }),
  getScorecardVersion: async scorecardRef => ({
    scorecardRef,
    version: SCORECARD.version,
    since: SCORECARD.versionSince,
    changes: ['First version'],
    definition: SCORECARD.definition,
    before: null,
  }),
  listCampaigns: async () => ({ items: [], totalItems: 0 }),
  getCampaign: async () => {
    throw new NotFoundError('Campaigns need a backend');
  },
  previewCampaign: async () => {
    throw new NotFoundError('Campaigns need a backend');
  },
  draftCampaign: async () => {
    throw new NotFoundError('Campaigns need a backend');
  },
  moveCampaign: async () => {
    throw new NotFoundError('Campaigns need a backend');
  },
  listWaivers: async () => ({ items: [], totalItems: 0 }),
  getWaiver: async () => {
    throw new NotFoundError('Waivers need a backend');
  },
  requestWaiver: async () => {
    throw new NotFoundError('Waivers need a backend');
  },
  requestWaivers: async () => {
    throw new NotFoundError('Waivers need a backend');
  },
  decideWaiver: async () => {
    throw new NotFoundError('Waivers need a backend');
  },
  answerQuestion: async () => {
    throw new NotFoundError('Answers need a backend');
  },
  settleAnswers: async () => {
    throw new NotFoundError('Answers need a backend');
  },
};
