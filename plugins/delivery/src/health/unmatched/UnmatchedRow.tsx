import { CopyTextButton } from '@backstage/core-components';
import { UnmatchedSubject } from '@fairlead/backstage-plugin-delivery-common';
import {
  ClampedText,
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
    whole: { whiteSpace: 'nowrap' },
    subject: { maxWidth: '32ch' },
    // In full on hover and in what is copied; the button comes first, so that no length pushes it out of view.
    code: {
      maxWidth: '48ch',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
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
      <TableCell component="th" scope="row" className={classes.subject}>
        {isNamed ? (
          <ClampedText>{subject.value}</ClampedText>
        ) : (
          t('health.unmatched.nameless')
        )}
      </TableCell>
      <TableCell align="right">{formatNumber(subject.count)}</TableCell>
      <TableCell className={classes.whole}>
        <RelativeTime time={subject.lastAt} />
      </TableCell>
      <TableCell>
        {isNamed ? (
          <span className={classes.line}>
            <CopyTextButton
              text={line}
              tooltipText={t('health.unmatched.copied')}
              aria-label={t('health.unmatched.copy', {
                subject: subject.value,
              })}
            />
            <code className={classes.code} title={line}>
              {line}
            </code>
          </span>
        ) : (
          t('health.unmatched.nameInSource')
        )}
      </TableCell>
    </TableRow>
  );
}
