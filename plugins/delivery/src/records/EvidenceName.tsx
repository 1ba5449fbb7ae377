import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { RecordLink } from './RecordLink';
import { nameOfKey } from './useRecordName';

/** A record that decided another, by name and link where it is at hand, by its key otherwise. */
export function EvidenceName(props: {
  recordKey: string;
  known: ReadonlyMap<string, DeliveryRecord>;
}) {
  const record = props.known.get(props.recordKey);
  return record ? (
    <RecordLink record={record} />
  ) : (
    <span title={props.recordKey}>{nameOfKey(props.recordKey)}</span>
  );
}
