import { ResponseError } from '@backstage/errors';
import { DeliveryApi } from '../src/api';
import {
  entityMeasures,
  failRateRecords,
  FRICTION,
  history,
  leadTimeRecords,
  NO_FRICTION,
  nothingKnown,
} from '../src/__fixtures__';
import {
  QUARANTINED,
  source,
  TROUBLED,
  UNMATCHED,
} from '../src/health/__fixtures__';
import { waiting } from '../src/homeWidget/__fixtures__';
import { overview } from '../src/portal/__fixtures__';

const refuse = async (status: number): Promise<never> => {
  throw await ResponseError.fromResponse(
    new Response(
      JSON.stringify({ error: { name: 'Error', message: 'An example' } }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ),
  );
};

/** The fixtures behind the API, for looking at screens without a backend. The name of an entity says what it shows. */
export const exampleApi: DeliveryApi = {
  getEntityMeasures: async entityRef => {
    if (entityRef.endsWith('-error')) {
      return refuse(500);
    }
    if (entityRef.endsWith('-denied')) {
      return refuse(403);
    }
    if (entityRef.endsWith('-loading')) {
      return new Promise(() => {});
    }
    return entityRef.endsWith('-empty')
      ? { ...nothingKnown(), entityRef }
      : entityMeasures({ entityRef });
  },
  getEntityRecords: async (_, { measure }) =>
    measure === 'changeFailRate' ? failRateRecords() : leadTimeRecords(measure),
  getEntityHistory: async (_, { kinds }) => history(kinds),
  getOverview: async () => overview(),
  getWaiting: async () => ({
    items: [waiting(812, 6, { isMine: true }), waiting(801, 2)],
    totalItems: 2,
  }),
  giveVerdict: async ({ verdict }) =>
    verdict === 'rejected' ? refuse(500) : undefined,
  getFriction: async entityRef =>
    entityRef.endsWith('-empty') ? NO_FRICTION : { ...FRICTION, entityRef },
  reportFriction: async (entityRef, report) => ({
    ...report,
    id: 'r9',
    entityRef,
    day: '2026-11-20',
    isOwn: true,
  }),
  withdrawFrictionReport: async () => {},
  getSources: async () => ({ sources: [TROUBLED, source()] }),
  listUnmatched: async () => ({
    items: UNMATCHED,
    totalItems: UNMATCHED.length,
  }),
  listQuarantine: async () => ({
    items: QUARANTINED,
    totalItems: QUARANTINED.length,
  }),
  replayQuarantine: async () => ({ replayed: 0 }),
  startBackfill: async () => refuse(500),
};
