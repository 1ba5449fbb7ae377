import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { Moment, useTranslationRef } from '@fairlead/frontend-parts';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useDurationFormat } from '../states';
import { deliveryTranslationRef } from '../translation';
import { RecordLink } from './RecordLink';
import { lifeOf } from './recordState';
import { RecordStateLabel } from './RecordStateLabel';
import { repositoryOf } from './repositoryOf';

/** One record of the table: what, when, how it stands, and how long it took. */
export function RecordRow(props: {
  record: DeliveryRecord;
  withRepository: boolean;
}) {
  const { record, withRepository } = props;
  const repository = withRepository ? repositoryOf(record) : undefined;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const { state, from, to } = lifeOf(record);
  const isAlarm = record.kind === 'incident' || record.kind === 'alert';
  return (
    <TableRow>
      <TableCell style={{ overflowWrap: 'anywhere', minWidth: 160 }}>
        <RecordLink record={record} />
        <Typography variant="caption" color="textSecondary" display="block">
          {t(`records.kind.${record.kind}`)}
          {repository && ` · ${repository}`}
        </Typography>
      </TableCell>
      <TableCell style={{ whiteSpace: 'nowrap' }}>
        <Moment time={to ?? from ?? record.occurredAt} />
      </TableCell>
      <TableCell>
        {state && <RecordStateLabel state={state} isAlarm={isAlarm} />}
      </TableCell>
      <TableCell align="right" style={{ whiteSpace: 'nowrap' }}>
        {from && to ? formatDuration(Date.parse(to) - Date.parse(from)) : '–'}
      </TableCell>
    </TableRow>
  );
}
