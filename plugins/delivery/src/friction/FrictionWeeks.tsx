import {
  FRICTION_KINDS,
  FrictionWeek,
} from '@fairlead/backstage-plugin-delivery-common';
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
import { useDurationFormat } from '../states';
import { ScrollBox } from '../tables';
import { deliveryTranslationRef } from '../translation';

const MINUTE = 60_000;

/** The sums of each week in which anything was reported, the latest first. */
export function FrictionWeeks(props: { weeks: readonly FrictionWeek[] }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const formatNumber = useNumberFormat();
  const weeks = props.weeks.filter(({ reports }) => reports > 0).reverse();
  return (
    <ScrollBox label={t('friction.section.title')} maxHeight={280}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{t('friction.section.week')}</TableCell>
            <TableCell align="right">{t('friction.section.reports')}</TableCell>
            <TableCell align="right">{t('friction.section.time')}</TableCell>
            <TableCell>{t('friction.section.kinds')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {weeks.map(({ week, reports, minutes, byKind }) => (
            <TableRow key={week}>
              <TableCell
                component="th"
                scope="row"
                style={{ whiteSpace: 'nowrap' }}
              >
                <Day time={week} />
              </TableCell>
              <TableCell align="right">{formatNumber(reports)}</TableCell>
              <TableCell align="right">
                {formatDuration(minutes * MINUTE)}
              </TableCell>
              <TableCell>
                {FRICTION_KINDS.filter(kind => byKind[kind]?.reports)
                  .map(kind =>
                    t('friction.section.kindSum', {
                      kind: t(`friction.kind.${kind}.title`),
                      time: formatDuration(
                        (byKind[kind]?.minutes ?? 0) * MINUTE,
                      ),
                    }),
                  )
                  .join(' · ')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
