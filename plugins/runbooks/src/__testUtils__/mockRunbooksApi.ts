import { createApiMock } from '@backstage/frontend-test-utils';
import { runbooksApiRef } from '../api';

/** A runbooks API of which a test says what it needs answered. */
export const mockRunbooksApi = createApiMock(runbooksApiRef, () => ({
  getEntityRunbooks: jest.fn(),
  listRunbooks: jest.fn(),
  getRunbook: jest.fn(),
  verifyRunbook: jest.fn(),
  lint: jest.fn(),
  getFiring: jest.fn(),
  getRunbookFor: jest.fn(),
  getCoverage: jest.fn(),
  getDraft: jest.fn(),
  getTeamRunbooks: jest.fn(),
  listUses: jest.fn(),
  getUse: jest.fn(),
  startUse: jest.fn(),
  changeUse: jest.fn(),
  finishUse: jest.fn(),
  getTimeline: jest.fn(),
  listIncidents: jest.fn(),
  getIncident: jest.fn(),
  tellMoment: jest.fn(),
  writeReview: jest.fn(),
  linkChange: jest.fn(),
  addFollowUp: jest.fn(),
  changeFollowUp: jest.fn(),
}));
