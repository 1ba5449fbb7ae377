import { InfoCard } from '@backstage/core-components';
import {
  RecordKind,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  EmptyPanel,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useEntityHistory } from '../api/queries';
import { ChoiceButtons } from '../choice';
import { Loaded } from '../states';
import { ScrollBox } from '../tables';
import { deliveryTranslationRef } from '../translation';
import { RecordRow } from './RecordRow';
import { isOfSeveralRepositories } from './repositoryOf';

/** The kinds that a reader may choose from. */
export const LISTED_KINDS = [
  'deployment',
  'change',
  'run',
  'incident',
] as const satisfies readonly RecordKind[];

/** One of {@link LISTED_KINDS}. */
export type ListedKind = (typeof LISTED_KINDS)[number];

const PAGE = 50;

/** All records of an entity of one kind or of all, the latest first. */
export function RecordsTable(props: {
  entityRef: string;
  window: Partial<TimeWindow>;
  kind: ListedKind | 'all';
  onKindChange: (kind: ListedKind | 'all') => void;
}) {
  const { entityRef, window, kind, onKindChange } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  const query = useEntityHistory(entityRef, {
    ...window,
    kinds: kind === 'all' ? LISTED_KINDS : [kind],
    limit: PAGE,
  });
  return (
    <InfoCard title={t('records.table.title')}>
      <ChoiceButtons
        label={t('records.table.kinds')}
        value={kind}
        onChange={onKindChange}
        options={[
          { value: 'all', label: t('records.table.all') },
          ...LISTED_KINDS.map(value => ({
            value,
            label: t(`records.kinds.${value}`),
          })),
        ]}
      />
      <Loaded query={query} skeleton={<Skeleton variant="rect" height={320} />}>
        {({ pages }) => {
          const records = pages.flatMap(({ items }) => items);
          if (records.length === 0) {
            return (
              <EmptyPanel title={t('records.table.none')}>
                {t('records.table.noneText')}
              </EmptyPanel>
            );
          }
          const withRepository = isOfSeveralRepositories(records);
          return (
            <>
              <ScrollBox label={t('records.table.title')} maxHeight={480}>
                <Table size="small">
                  <TableHead>
                    <TableRow>
                      <TableCell>{t('records.table.what')}</TableCell>
                      <TableCell>{t('records.table.when')}</TableCell>
                      <TableCell>{t('records.table.state')}</TableCell>
                      <TableCell align="right">
                        {t('records.table.took')}
                      </TableCell>
                    </TableRow>
                  </TableHead>
                  <TableBody>
                    {records.map(record => (
                      <RecordRow
                        key={record.key}
                        record={record}
                        withRepository={withRepository}
                      />
                    ))}
                  </TableBody>
                </Table>
              </ScrollBox>
              <Typography variant="caption" color="textSecondary">
                {t('records.table.shown', {
                  shown: formatNumber(records.length),
                  total: formatNumber(pages[0].totalItems),
                })}
              </Typography>
              {query.hasNextPage && (
                <Button
                  size="small"
                  style={{ marginLeft: 8 }}
                  disabled={query.isFetchingNextPage}
                  onClick={() => query.fetchNextPage()}
                >
                  {t('records.table.more')}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </InfoCard>
  );
}
