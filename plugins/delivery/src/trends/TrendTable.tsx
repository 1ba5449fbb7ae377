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
import { TREND_HEIGHT } from './plot';
import { usePointWords } from './usePointWords';

/** The course of a measure in numbers, the latest first. */
export function TrendTable(props: { measure: MeasureView }) {
  const { id, trend } = props.measure;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const title = useMeasureTitle()(id);
  const words = usePointWords(props.measure);
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
          {[...trend].reverse().map(point => (
            <TableRow key={point.day}>
              <TableCell component="th" scope="row">
                <Day time={point.day} />
              </TableCell>
              <TableCell align="right">{words(point)}</TableCell>
              <TableCell align="right">{formatNumber(point.n)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
