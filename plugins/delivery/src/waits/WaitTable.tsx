import { WaitView } from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  repositoryOfItem,
  useDurationFormat,
  useMeasureFormat,
  useWaitWords,
} from '../states';
import { ScrollBox } from '../tables';
import { deliveryTranslationRef } from '../translation';
import { StuckLink } from './StuckLink';

const useStyles = makeStyles(
  theme => ({
    quiet: { color: theme.palette.text.secondary },
    repository: { overflowWrap: 'anywhere', minWidth: 120 },
  }),
  { name: 'FairleadWaitTable' },
);

/** Each kind of wait: how much of the time, how long, how often, and what waits longest now. */
export function WaitTable(props: {
  waits: readonly WaitView[];
  /** Changes of more than one repository may be among them. */
  withRepository: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const word = useWaitWords();
  const format = useMeasureFormat();
  const formatDuration = useDurationFormat();
  const formatNumber = useNumberFormat();
  const waits = [...props.waits].sort(
    (a, b) => (b.share ?? -1) - (a.share ?? -1),
  );
  return (
    <ScrollBox label={t('waits.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('waits.kind')}</TableCell>
            <TableCell align="right">{t('waits.share')}</TableCell>
            <TableCell align="right">{t('waits.p50')}</TableCell>
            <TableCell align="right">{t('waits.p90')}</TableCell>
            <TableCell align="right">{t('waits.n')}</TableCell>
            <TableCell>{t('waits.oldest')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {waits.map(
            ({ kind, share, reason, p50, p90, n, of, few, oldest }) => (
              <TableRow key={kind}>
                <TableCell component="th" scope="row">
                  {word(kind)}
                </TableCell>
                <TableCell align="right">
                  {share === undefined || few ? (
                    <span
                      className={classes.quiet}
                      title={reason && t(`waits.reason.${reason}`)}
                    >
                      {share === undefined ? t('waits.unknown') : '–'}
                    </span>
                  ) : (
                    format(share, 'ratio')
                  )}
                </TableCell>
                <TableCell align="right">
                  {n > 0 && p50 !== undefined ? formatDuration(p50) : '–'}
                </TableCell>
                <TableCell align="right">
                  {n > 0 && p90 !== undefined ? formatDuration(p90) : '–'}
                </TableCell>
                <TableCell align="right">
                  {share === undefined
                    ? '–'
                    : t('states.value.countOf', {
                        counted: formatNumber(n),
                        n: formatNumber(of),
                      })}
                </TableCell>
                <TableCell>
                  {oldest ? (
                    <>
                      <StuckLink item={oldest} />
                      {props.withRepository && (
                        <Typography
                          variant="caption"
                          color="textSecondary"
                          display="block"
                          className={classes.repository}
                        >
                          {repositoryOfItem(oldest)}
                        </Typography>
                      )}
                    </>
                  ) : (
                    t('waits.nothing')
                  )}
                </TableCell>
              </TableRow>
            ),
          )}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
