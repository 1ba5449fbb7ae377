import {
  DeliveryRecord,
  MeasureView,
} from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { MeasuresQuery } from '../api';
import { useEntityRecords } from '../api/queries';
import { Loaded } from '../states';
import { ScrollBox } from '../tables';
import { deliveryTranslationRef } from '../translation';
import { BehindRow } from './BehindRow';
import { PanelLeftOut } from './PanelLeftOut';
import { isOfSeveralRepositories } from './repositoryOf';

const PAGE = 50;

/** The records behind a number, page by page, and those left out. */
export function PanelRecords(props: {
  entityRef: string;
  measure: MeasureView;
  query: MeasuresQuery;
  known: ReadonlyMap<string, DeliveryRecord>;
}) {
  const { entityRef, measure, known } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  const recordsQuery = { ...props.query, measure: measure.id, limit: PAGE };
  const query = useEntityRecords(entityRef, recordsQuery);
  return (
    <Loaded query={query} skeleton={<Skeleton variant="rect" height={320} />}>
      {({ pages }) => {
        const [{ excluded, totalItems }] = pages;
        const items = pages.flatMap(page => page.items);
        const withRepository = isOfSeveralRepositories(
          items.map(({ record }) => record),
        );
        return (
          <>
            <Typography variant="subtitle1" component="h3">
              {t('records.panel.behind')}
            </Typography>
            {totalItems === 0 ? (
              <Typography variant="body2" color="textSecondary" gutterBottom>
                {t('records.panel.behindNone')}
              </Typography>
            ) : (
              <ScrollBox label={t('records.panel.behind')}>
                <Table size="small">
                  <TableHead>
                    <TableRow>
                      <TableCell>{t('records.table.what')}</TableCell>
                      <TableCell>{t('records.table.when')}</TableCell>
                      <TableCell align="right">
                        {t('records.panel.value')}
                      </TableCell>
                    </TableRow>
                  </TableHead>
                  <TableBody>
                    {items.map(item => (
                      <BehindRow
                        key={`${item.record.key} ${item.at}`}
                        entityRef={entityRef}
                        measure={measure}
                        item={item}
                        known={known}
                        withRepository={withRepository}
                      />
                    ))}
                  </TableBody>
                </Table>
              </ScrollBox>
            )}
            {totalItems > 0 && (
              <Typography variant="caption" color="textSecondary">
                {t('records.table.shown', {
                  shown: formatNumber(items.length),
                  total: formatNumber(totalItems),
                })}
              </Typography>
            )}
            {query.hasNextPage && (
              <Button
                size="small"
                disabled={query.isFetchingNextPage}
                onClick={() => query.fetchNextPage()}
              >
                {t('records.table.more')}
              </Button>
            )}
            <Typography
              variant="subtitle1"
              component="h3"
              style={{ marginTop: 16 }}
            >
              {t('records.panel.leftOut')}
            </Typography>
            <PanelLeftOut
              entityRef={entityRef}
              query={recordsQuery}
              latest={excluded}
              total={measure.excludedCount}
            />
          </>
        );
      }}
    </Loaded>
  );
}
