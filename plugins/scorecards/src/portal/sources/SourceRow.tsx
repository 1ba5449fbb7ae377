import {
  FactSourceStatus,
  KnownFact,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  RelativeTime,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { Fragment } from 'react';
import { scorecardsTranslationRef } from '../../translation';
import { SourceOutcome } from './SourceOutcome';

/** How one source is doing. */
export function SourceRow(props: {
  source: FactSourceStatus;
  facts: readonly Pick<KnownFact, 'id' | 'title'>[];
}) {
  const { source, facts } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {source.title}
        <Typography variant="caption" color="textSecondary" display="block">
          {source.id}
        </Typography>
      </TableCell>
      <TableCell>
        <SourceOutcome source={source} />
      </TableCell>
      <TableCell>
        {source.lastFinishedAt ? (
          <RelativeTime time={source.lastFinishedAt} />
        ) : (
          t('portal.data.never')
        )}
        {source.lastOutcome === 'failure' && source.lastSuccessAt && (
          <Typography variant="caption" color="textSecondary" display="block">
            {t('portal.data.lastSuccess')}{' '}
            <RelativeTime time={source.lastSuccessAt} />
          </Typography>
        )}
      </TableCell>
      <TableCell align="right">{formatNumber(source.entities)}</TableCell>
      <TableCell align="right">
        {formatNumber(source.entitiesInError)}
      </TableCell>
      <TableCell>
        <Typography variant="body2" component="div">
          {facts.map((fact, index) => (
            <Fragment key={fact.id}>
              {index > 0 && ' · '}
              <span title={fact.id}>{fact.title ?? fact.id}</span>
            </Fragment>
          ))}
        </Typography>
      </TableCell>
    </TableRow>
  );
}
