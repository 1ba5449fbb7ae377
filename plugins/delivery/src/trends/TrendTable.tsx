import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import {
  Day,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useMeasureTitle } from '../states';
import { ScrollBox } from '../tables';
import { deliveryTranslationRef } from '../translation';
import { TREND_HEIGHT } from './trendHeight';
import { useTrendFormat } from './useTrendFormat';

/** The course of a measure in numbers, the latest first. */
export function TrendTable(props: { measure: MeasureView }) {
  const { id, trend, unit } = props.measure;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const title = useMeasureTitle()(id);
  const format = useTrendFormat();
  const formatNumber = useNumberFormat();
  return (
    <ScrollBox
      label={`${title}: ${t('trends.asTable')}`}
      maxHeight={TREND_HEIGHT}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('trends.day')}</TableCell>
            <TableCell align="right">{t('trends.value')}</TableCell>
            <TableCell align="right">{t('trends.n')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[...trend].reverse().map(({ day, value, n }) => (
            <TableRow key={day}>
              <TableCell component="th" scope="row">
                <Day time={day} />
              </TableCell>
              <TableCell align="right">
                {value === undefined ? t('trends.none') : format(value, unit)}
              </TableCell>
              <TableCell align="right">{formatNumber(n)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
