import { DailyTotals } from '@fairlead/backstage-plugin-scorecards-common';
import {
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { useLevelSegments } from '../../charts';
import { scorecardsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(3) },
    summary: { cursor: 'pointer', ...theme.typography.body2 },
    container: { maxHeight: 480 },
  }),
  { name: 'FairleadDailyTable' },
);

/** The numbers behind the chart, newest first. */
export function DailyTable(props: {
  levels: readonly string[];
  days: readonly DailyTotals[];
}) {
  const { levels, days } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  const format = useTimeFormat();
  const levelSegments = useLevelSegments();
  return (
    <details className={classes.root}>
      <summary className={classes.summary}>{t('portal.trend.table')}</summary>
      <TableContainer
        className={classes.container}
        tabIndex={0}
        role="region"
        aria-label={t('portal.trend.table')}
      >
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{t('portal.trend.day')}</TableCell>
              {levelSegments(levels, {}).map(level => (
                <TableCell key={level.key} align="right">
                  {level.label}
                </TableCell>
              ))}
              <TableCell align="right">{t('portal.trend.entities')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {[...days].reverse().map(day => (
              <TableRow key={day.day}>
                <TableCell component="th" scope="row">
                  {format.day(day.day)}
                </TableCell>
                {levelSegments(levels, day.levels).map(level => (
                  <TableCell key={level.key} align="right">
                    {level.text}
                  </TableCell>
                ))}
                <TableCell align="right">
                  {formatNumber(day.entities)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </details>
  );
}
