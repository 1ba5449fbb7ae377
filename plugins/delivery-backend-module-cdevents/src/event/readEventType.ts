import { JsonValue } from '@backstage/types';
import { findContext, isCloudEvent } from './cloudEvent';

/** `dev.cdevents.<subject>.<predicate>.<version>`; versions differ in fields alone, of which few are read. */
const CDEVENT_TYPE = /^dev\.cdevents\.([a-z]+\.[a-z]+)\.\d/;

/** The type of an event: `change.merged` of a CDEvent, the whole type of any other. */
export function readEventType(payload: JsonValue): string | undefined {
  const type =
    findContext(payload)?.type ??
    (isCloudEvent(payload) ? payload.type : undefined);
  return typeof type === 'string'
    ? CDEVENT_TYPE.exec(type)?.[1] ?? type
    : undefined;
}
