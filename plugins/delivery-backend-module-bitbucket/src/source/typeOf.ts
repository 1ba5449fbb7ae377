import { JsonObject, JsonValue } from '@backstage/types';
import { ReadType } from '../read/readers';

/** The fields that tell what an event is about, the most telling one first. */
const FIELDS: readonly ReadType[] = [
  'pullrequest_commits',
  'pipeline',
  'deployment',
  'commit_status',
  'push',
  'pullrequest',
];

const OF_NO_INTEREST =
  /^(issue|project):|^repo:(fork|updated|transfer|deleted|imported|commit_comment_created)$|^pipeline:span_created$|^pullrequest:(push|comment_(updated|deleted|resolved|reopened))$/;

/** Whether an event is known and tells nothing of delivery. */
export const isOfNoInterest = (type: string) => OF_NO_INTEREST.test(type);

/**
 * The type of an event: what it is about. The header with its key does not come through every event bus, so what is read
 * of an event follows from the payload; other events are called by the key.
 */
export function typeOf(
  payload: JsonValue,
  headers: Record<string, string | undefined>,
): string | undefined {
  const key = headers['x-event-key'];
  if (key && isOfNoInterest(key)) {
    return key;
  }
  if (typeof payload !== 'object' || !payload || Array.isArray(payload)) {
    return key;
  }
  return FIELDS.find(field => (payload as JsonObject)[field]) ?? key;
}
