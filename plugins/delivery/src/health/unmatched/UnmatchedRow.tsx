import { CopyTextButton } from '@backstage/core-components';
import { UnmatchedSubject } from '@fairlead/backstage-plugin-delivery-common';
import {
  RelativeTime,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../../translation';
import { annotationLine } from './annotationLine';

const useStyles = makeStyles(
  theme => ({
    // The table scrolls sideways instead: a line that is broken up cannot be checked at a glance.
    whole: { whiteSpace: 'nowrap' },
    line: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'FairleadUnmatchedRow' },
);

/** One subject that no entity claims. */
export function UnmatchedRow(props: { subject: UnmatchedSubject }) {
  const { subject } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  const line = annotationLine(subject);
  const isNamed = subject.annotation !== '';
  return (
    <TableRow>
      <TableCell component="th" scope="row" className={classes.whole}>
        {isNamed ? subject.value : t('health.unmatched.nameless')}
      </TableCell>
      <TableCell align="right">{formatNumber(subject.count)}</TableCell>
      <TableCell className={classes.whole}>
        <RelativeTime time={subject.lastAt} />
      </TableCell>
      <TableCell>
        {isNamed ? (
          <span className={classes.line}>
            <code className={classes.whole}>{line}</code>
            <CopyTextButton
              text={line}
              tooltipText={t('health.unmatched.copied')}
              aria-label={t('health.unmatched.copy', {
                subject: subject.value,
              })}
            />
          </span>
        ) : (
          t('health.unmatched.nameInSource')
        )}
      </TableCell>
    </TableRow>
  );
}
