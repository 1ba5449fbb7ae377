import { Link } from '@backstage/core-components';
import { JobSummary } from '@fairlead/backstage-plugin-delivery-common';
import {
  ClampedText,
  isWebLink,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useDurationFormat, useValueWords } from '../states';
import { ScrollBox } from '../tables';
import { deliveryTranslationRef } from '../translation';

/** The jobs by the time they take in all, the most first. */
export function WorstJobs(props: { jobs: readonly JobSummary[] }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const formatNumber = useNumberFormat();
  const words = useValueWords();
  const duration = (ms: number | undefined) =>
    ms === undefined ? '–' : formatDuration(ms);
  const withRepository = new Set(props.jobs.map(({ repo }) => repo)).size > 1;
  if (props.jobs.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('ci.noJobs')}
      </Typography>
    );
  }
  return (
    <ScrollBox label={t('ci.jobs')} maxHeight={400}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('ci.job')}</TableCell>
            <TableCell align="right">{t('ci.total')}</TableCell>
            <TableCell align="right">{t('ci.runs')}</TableCell>
            <TableCell align="right">{t('ci.p50')}</TableCell>
            <TableCell align="right">{t('ci.p90')}</TableCell>
            <TableCell align="right">{t('ci.failed')}</TableCell>
            <TableCell align="right">{t('ci.flaky')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.jobs.map(job => (
            <TableRow key={JSON.stringify([job.repo, job.workflow, job.name])}>
              <TableCell
                component="th"
                scope="row"
                style={{ overflowWrap: 'anywhere', minWidth: 160 }}
              >
                <ClampedText>{job.name}</ClampedText>
                <Typography
                  variant="caption"
                  color="textSecondary"
                  display="block"
                >
                  <ClampedText>
                    {[withRepository && job.repo, job.workflow]
                      .filter(Boolean)
                      .join(' · ')}
                  </ClampedText>
                </Typography>
              </TableCell>
              <TableCell align="right">{duration(job.total)}</TableCell>
              <TableCell align="right">{formatNumber(job.n)}</TableCell>
              <TableCell align="right">{duration(job.p50)}</TableCell>
              <TableCell align="right">
                {job.example?.url && isWebLink(job.example.url) ? (
                  <Link
                    to={job.example.url}
                    underline="always"
                    aria-label={t('ci.example', {
                      duration: duration(job.example.duration),
                    })}
                    title={t('ci.example', {
                      duration: duration(job.example.duration),
                    })}
                  >
                    {duration(job.p90)}
                  </Link>
                ) : (
                  duration(job.p90)
                )}
              </TableCell>
              <TableCell align="right">
                {words({
                  value: job.failureRate,
                  unit: 'ratio',
                  n: job.n,
                  count: job.failed,
                  few: job.few,
                })}
              </TableCell>
              <TableCell align="right">
                {job.flakyCommits > 0
                  ? t('ci.flakyCommits', { count: job.flakyCommits })
                  : t('ci.never')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
