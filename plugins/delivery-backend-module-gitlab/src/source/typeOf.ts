import { JsonObject, JsonValue } from '@backstage/types';

/** Kinds of events that are known and of which nothing is read. */
export const OF_NO_INTEREST: ReadonlySet<string> = new Set([
  'access_token',
  'emoji',
  'feature_flag',
  'milestone',
  'tag_push',
  'vulnerability',
  'wiki_page',
]);

/** Events about members, groups and projects only have a name. */
const OF_ADMINISTRATION =
  /^(group|key|project|repository|subgroup|user)_[a-z_]+$/;

/** Whether an event is known and tells nothing of delivery. */
export const isOfNoInterest = (type: string) =>
  OF_NO_INTEREST.has(type) || OF_ADMINISTRATION.test(type);

/** The type of an event: GitLab writes it into the payload. */
export function typeOf(payload: JsonValue): string | undefined {
  if (typeof payload !== 'object' || !payload || Array.isArray(payload)) {
    return undefined;
  }
  const { object_kind, event_name } = payload as JsonObject;
  return [object_kind, event_name].find(
    (name): name is string => typeof name === 'string' && name !== '',
  );
}
