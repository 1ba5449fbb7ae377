import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import {
  DeliveryRecord,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliverySource,
  Observation,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { TEST_NAMING } from './testNaming';

/** The topic on which the test source's deliveries arrive. */
export const TEST_TOPIC = 'test';

/** What a delivery of the test source looks like: it tells its records as they are. */
export interface TestPayload {
  /** Also `unheard`, which the source does not know, and `broken`, which it fails on. */
  type: string;
  at: string;
  /** Sets deliveries apart that are the same otherwise. */
  nonce?: number;
  records?: RecordFields<DeliveryRecord>[];
  subjects?: Subject[];
  subjectsAreAll?: true;
  paths?: string[];
}

/** A payload of the test source that tells of these records. */
export function tells(
  at: string,
  ...records: Record<string, unknown>[]
): TestPayload & JsonObject {
  return {
    type: 'told',
    at,
    records: records.map(record => ({ source: 'test', ...record })),
    subjects: [
      { annotation: 'github.com/project-slug', value: 'acme/checkout' },
    ],
  } as unknown as TestPayload & JsonObject;
}

/** A small source that is its own specification. */
export function createTestSource(
  options: Partial<DeliverySource> = {},
): DeliverySource {
  return {
    id: 'test',
    title: 'Test',
    topics: [TEST_TOPIC],
    naming: TEST_NAMING,
    typeOf: payload => asTestPayload(payload)?.type,
    read(delivery): readonly Observation[] | undefined {
      const payload = asTestPayload(delivery.payload);
      switch (delivery.type) {
        case 'told':
          if (!Array.isArray(payload?.records)) {
            throw new InputError("'records': must be a list");
          }
          return payload.records.map(record => ({
            record,
            occurredAt: payload.at,
            subjects: payload.subjects ?? [],
            subjectsAreAll: payload.subjectsAreAll,
            paths: payload.paths,
          }));
        case 'broken':
          throw new TypeError('Cannot read properties of undefined');
        default:
          return undefined;
      }
    },
    ...options,
  };
}

function asTestPayload(payload: JsonValue): TestPayload | undefined {
  return payload && typeof payload === 'object' && !Array.isArray(payload)
    ? (payload as unknown as TestPayload)
    : undefined;
}
