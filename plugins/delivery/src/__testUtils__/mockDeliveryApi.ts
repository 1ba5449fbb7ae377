import { createApiMock } from '@backstage/frontend-test-utils';
import { deliveryApiRef } from '../api';

/** A delivery API of which a test says what it needs answered. */
export const mockDeliveryApi = createApiMock(deliveryApiRef, () => ({
  getEntityMeasures: jest.fn(),
  getEntityRecords: jest.fn(),
  getEntityHistory: jest.fn(),
  getOverview: jest.fn(),
  getWaiting: jest.fn(),
  giveVerdict: jest.fn(),
  getFriction: jest.fn(),
  reportFriction: jest.fn(),
  withdrawFrictionReport: jest.fn(),
  getSources: jest.fn(),
  listUnmatched: jest.fn(),
  listQuarantine: jest.fn(),
  replayQuarantine: jest.fn(),
  startBackfill: jest.fn(),
}));
