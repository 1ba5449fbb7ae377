import { PreviewResponse } from '@fairlead/backstage-plugin-scorecards-common';
import {
  useLocale,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { LevelLabel } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';

/** How many entities stand at each level, before and after. */
export function LevelTable(props: {
  levels: readonly string[];
  totals: PreviewResponse['totals'];
}) {
  const { levels, totals } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  const locale = useLocale();
  const formatDifference = (value: number) =>
    new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value);
  return (
    <Table size="small" aria-label={t('portal.preview.table')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('portal.preview.level')}</TableCell>
          {totals.before && (
            <TableCell align="right">{t('portal.preview.before')}</TableCell>
          )}
          <TableCell align="right">{t('portal.preview.after')}</TableCell>
          {totals.before && (
            <TableCell align="right">
              {t('portal.preview.difference')}
            </TableCell>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {[...[...levels].reverse(), null].map(level => {
          const before = totals.before?.[level ?? 'none'] ?? 0;
          const after = totals.after[level ?? 'none'] ?? 0;
          return (
            <TableRow key={level ?? ''}>
              <TableCell component="th" scope="row">
                <LevelLabel level={level} levels={levels} />
              </TableCell>
              {totals.before && (
                <TableCell align="right">{formatNumber(before)}</TableCell>
              )}
              <TableCell align="right">{formatNumber(after)}</TableCell>
              {totals.before && (
                <TableCell align="right">
                  {formatDifference(after - before)}
                </TableCell>
              )}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
