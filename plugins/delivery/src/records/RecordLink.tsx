import { Link } from '@backstage/core-components';
import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { ClampedText, isWebLink } from '@fairlead/frontend-parts';
import { useRecordName } from './useRecordName';

/** A record by name, with a link to where a person can look at it. */
export function RecordLink(props: { record: DeliveryRecord }) {
  const { record } = props;
  const text = <ClampedText>{useRecordName()(record)}</ClampedText>;
  return record.url && isWebLink(record.url) ? (
    <Link to={record.url}>{text}</Link>
  ) : (
    text
  );
}
