import { parseEntityRef } from '@backstage/catalog-model';
import { CostlyCheck } from '@fairlead/backstage-plugin-scorecards-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../translation';
import { ScorecardLink } from '../ScorecardLink';

/** The checks that are most work to evaluate, the most costly first. */
export function CostlyChecks(props: { checks: readonly CostlyCheck[] }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  if (props.checks.length === 0) {
    return <Typography variant="body2">{t('health.noneCostly')}</Typography>;
  }
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('health.costlyIntro')}
      </Typography>
      <TableContainer
        tabIndex={0}
        role="region"
        aria-label={t('health.costly')}
      >
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('health.check')}</TableCell>
              <TableCell>{t('health.scorecard')}</TableCell>
              <TableCell align="right">{t('health.steps')}</TableCell>
              <TableCell align="right">{t('health.samples')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {props.checks.map(
              ({ scorecardRef, checkId, title, steps, samples }) => (
                <TableRow key={`${scorecardRef} ${checkId}`}>
                  <TableCell component="th" scope="row">
                    {title}
                  </TableCell>
                  <TableCell>
                    <ScorecardLink scorecardRef={scorecardRef}>
                      {parseEntityRef(scorecardRef).name}
                    </ScorecardLink>
                  </TableCell>
                  <TableCell align="right">{formatNumber(steps)}</TableCell>
                  <TableCell align="right">{formatNumber(samples)}</TableCell>
                </TableRow>
              ),
            )}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
}
