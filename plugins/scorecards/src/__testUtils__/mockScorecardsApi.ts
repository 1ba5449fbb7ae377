import { createApiMock } from '@backstage/frontend-test-utils';
import { scorecardsApiRef } from '../api';

/** A scorecards API of which a test says what it needs answered. */
export const mockScorecardsApi = createApiMock(scorecardsApiRef, () => ({
  getEntityScorecards: jest.fn(),
  getEntityFacts: jest.fn(),
  getEntityTransitions: jest.fn(),
  getFix: jest.fn(),
  getEntityLevels: jest.fn(),
  getOwnerScorecards: jest.fn(),
  listScorecards: jest.fn(),
  getScorecard: jest.fn(),
  listScorecardEntities: jest.fn(),
  getScorecardEntitiesCsv: jest.fn(),
  getRollup: jest.fn(),
  getHistory: jest.fn(),
  preview: jest.fn(),
  listFacts: jest.fn(),
  listSources: jest.fn(),
  listCampaigns: jest.fn(async () => ({ items: [], totalItems: 0 })),
  getCampaign: jest.fn(),
  previewCampaign: jest.fn(),
  draftCampaign: jest.fn(),
  moveCampaign: jest.fn(),
  listWaivers: jest.fn(),
  getWaiver: jest.fn(),
  requestWaiver: jest.fn(),
  requestWaivers: jest.fn(),
  decideWaiver: jest.fn(),
  answerQuestion: jest.fn(),
  settleAnswers: jest.fn(),
}));
