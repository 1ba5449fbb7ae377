import { FrictionReport } from '@fairlead/backstage-plugin-delivery-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useDurationFormat } from '../states';
import { ScrollBox } from '../tables';
import { deliveryTranslationRef } from '../translation';
import { useFrictionMutations } from './useFrictionMutations';

/** The single reports, which only the owning team gets, without names. */
export function FrictionReports(props: {
  entityRef: string;
  reports: readonly FrictionReport[];
}) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const { withdraw } = useFrictionMutations(props.entityRef);
  return (
    <>
      <Typography variant="subtitle1" component="h3" style={{ marginTop: 16 }}>
        {t('friction.section.single')}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('friction.section.singleFor')}
      </Typography>
      <ScrollBox label={t('friction.section.single')} maxHeight={320}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('friction.section.singleDay')}</TableCell>
              <TableCell>{t('friction.section.singleKind')}</TableCell>
              <TableCell align="right">{t('friction.section.time')}</TableCell>
              <TableCell>{t('friction.section.singleNote')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {props.reports.map(({ id, day, kind, minutes, note, isOwn }) => (
              <TableRow key={id}>
                <TableCell style={{ whiteSpace: 'nowrap' }}>
                  <Day time={day} />
                </TableCell>
                <TableCell style={{ minWidth: 112 }}>
                  {t(`friction.kind.${kind}.title`)}
                </TableCell>
                <TableCell align="right" style={{ whiteSpace: 'nowrap' }}>
                  {formatDuration(minutes * 60_000)}
                </TableCell>
                <TableCell style={{ overflowWrap: 'anywhere', minWidth: 200 }}>
                  <bdi>{note}</bdi>
                  {isOwn && (
                    <Button
                      size="small"
                      onClick={() => withdraw.mutate(id)}
                      style={{ marginLeft: note ? 8 : 0 }}
                    >
                      {t('friction.section.withdraw')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </ScrollBox>
    </>
  );
}
