import { createApiMock } from '@backstage/frontend-test-utils';
import { onboardingApiRef } from '../api';

/** An onboarding API of which a test says what it needs answered. */
export const mockOnboardingApi = createApiMock(onboardingApiRef, () => ({
  getMine: jest.fn(),
  getJourney: jest.fn(),
  startJourney: jest.fn(),
  moveJourney: jest.fn(),
  endJourney: jest.fn(),
  answerBuddy: jest.fn(),
  completeTask: jest.fn(),
  waiveTask: jest.fn(),
  startTask: jest.fn(),
  askForHelp: jest.fn(),
  solveHelp: jest.fn(),
  voteOnDocs: jest.fn(),
  replyToHelp: jest.fn(),
  listTracks: jest.fn(),
  getTrack: jest.fn(),
  getInsights: jest.fn(),
  previewTrack: jest.fn(),
  getTeam: jest.fn(),
  getEntity: jest.fn(),
}));
