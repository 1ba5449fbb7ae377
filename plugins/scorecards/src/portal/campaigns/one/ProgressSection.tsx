import { CampaignProgress } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../../translation';
import { Course } from './Course';

const useStyles = makeStyles(
  theme => ({
    sentence: { ...theme.typography.body1, margin: 0 },
    legend: {
      display: 'flex',
      gap: theme.spacing(2),
      color: theme.palette.text.secondary,
    },
    table: { overflow: 'auto', maxHeight: 320 },
  }),
  { name: 'FairleadCampaignProgress' },
);

/** How far a campaign has come: in a sentence, as a picture, and as a table. */
export function ProgressSection(props: { progress: CampaignProgress }) {
  const { entities, checks, series } = props.progress;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const last = series.at(-1);
  const headingId = 'campaign-progress';
  return (
    <section aria-labelledby={headingId}>
      <Typography variant="h6" component="h3" id={headingId}>
        {t('campaigns.progress.title')}
      </Typography>
      {entities.total === 0 || !last ? (
        <p className={classes.sentence}>{t('campaigns.progress.nothing')}</p>
      ) : (
        <>
          <p className={classes.sentence}>
            {t('campaigns.progress.entities', {
              count: entities.total,
              done: String(entities.done),
            })}{' '}
            {t('campaigns.progress.checks', {
              pass: String(last.pass),
              total: String(last.total),
              promised: String(last.promised),
            })}
            {checks.unknown > 0 &&
              ` ${t('campaigns.progress.unknown', { count: checks.unknown })}`}
          </p>
          {series.length > 1 && (
            <>
              <div
                role="img"
                aria-label={t('campaigns.progress.chart', {
                  from: time.day(series[0].at),
                  to: time.day(last.at),
                })}
              >
                <Course series={series} width={640} height={160} />
              </div>
              <div className={classes.legend} aria-hidden="true">
                <span>— {t('campaigns.progress.happened')}</span>
                <span>┄ {t('campaigns.progress.promised')}</span>
              </div>
              <details>
                <summary>{t('campaigns.progress.table')}</summary>
                <div
                  className={classes.table}
                  // A scrollable region must be focusable.
                  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                  tabIndex={0}
                  role="region"
                  aria-label={t('campaigns.progress.table')}
                >
                  <Table size="small" stickyHeader>
                    <TableHead>
                      <TableRow>
                        <TableCell>{t('campaigns.progress.day')}</TableCell>
                        <TableCell>
                          {t('campaigns.progress.happened')}
                        </TableCell>
                        <TableCell>
                          {t('campaigns.progress.promised')}
                        </TableCell>
                        <TableCell>{t('campaigns.progress.total')}</TableCell>
                      </TableRow>
                    </TableHead>
                    <TableBody>
                      {[...series].reverse().map(point => (
                        <TableRow key={point.at}>
                          <TableCell title={time.absolute(point.at)}>
                            {time.day(point.at)}
                          </TableCell>
                          <TableCell>{point.pass}</TableCell>
                          <TableCell>{point.promised}</TableCell>
                          <TableCell>{point.total}</TableCell>
                        </TableRow>
                      ))}
                    </TableBody>
                  </Table>
                </div>
              </details>
            </>
          )}
        </>
      )}
    </section>
  );
}
