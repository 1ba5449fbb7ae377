import {
  DeliveryRecord,
  MeasureRecord,
  MeasureView,
} from '@fairlead/backstage-plugin-delivery-common';
import { Moment, useTranslationRef } from '@fairlead/frontend-parts';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { deliveryTranslationRef } from '../translation';
import { CauseVerdict } from './CauseVerdict';
import { EvidenceName } from './EvidenceName';
import { RecordLink } from './RecordLink';
import { repositoryOf } from './repositoryOf';
import { useContribution } from './useContribution';

/** One record behind a number: what it is, what it contributed, and what decided that. */
export function BehindRow(props: {
  entityRef: string;
  measure: MeasureView;
  item: MeasureRecord;
  known: ReadonlyMap<string, DeliveryRecord>;
  withRepository: boolean;
}) {
  const { entityRef, measure, item, known, withRepository } = props;
  const repository = withRepository ? repositoryOf(item.record) : undefined;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const contribution = useContribution();
  const isInferred =
    measure.id === 'changeFailRate' && item.part === 'inferred';
  const isIncident = (key: string) => key.startsWith('incident:');
  const asked = isInferred ? item.evidence.filter(isIncident) : [];
  const told = item.evidence.filter(key => !asked.includes(key));
  return (
    <TableRow>
      <TableCell style={{ overflowWrap: 'anywhere', minWidth: 180 }}>
        <RecordLink record={item.record} />
        {repository && (
          <Typography variant="caption" color="textSecondary" display="block">
            {repository}
          </Typography>
        )}
        {told.length > 0 && (
          <Typography variant="caption" color="textSecondary" display="block">
            {t('records.panel.because')}{' '}
            {told.map((key, index) => (
              <span key={key}>
                {index > 0 && ', '}
                <EvidenceName recordKey={key} known={known} />
              </span>
            ))}
          </Typography>
        )}
        {asked.map(key => (
          <CauseVerdict
            key={key}
            entityRef={entityRef}
            deployment={item.record.key}
            incident={key}
            name={<EvidenceName recordKey={key} known={known} />}
          />
        ))}
      </TableCell>
      <TableCell style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
        <Moment time={item.at} />
      </TableCell>
      <TableCell align="right" style={{ verticalAlign: 'top', minWidth: 96 }}>
        {contribution(measure, item)}
      </TableCell>
    </TableRow>
  );
}
