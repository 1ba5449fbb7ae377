import { ExcludedRecord } from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import { RecordsQuery } from '../api';
import { useEntityRecords } from '../api/queries';
import { Loaded } from '../states';
import { deliveryTranslationRef } from '../translation';
import { LeftOut } from './LeftOut';

/** What was left out of a number: the latest at first, and all of it page by page for who wants to see. */
export function PanelLeftOut(props: {
  entityRef: string;
  query: RecordsQuery;
  latest: readonly ExcludedRecord[];
  /** How many there are in all. */
  total: number;
}) {
  const { entityRef, query, latest, total } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  const [isWhole, setIsWhole] = useState(false);
  if (isWhole) {
    return <AllLeftOut entityRef={entityRef} query={query} />;
  }
  return (
    <>
      <LeftOut excluded={latest} />
      {total > latest.length && (
        <>
          <Typography variant="body2" color="textSecondary">
            {t('records.panel.leftOutFirst', {
              shown: formatNumber(latest.length),
              total: formatNumber(total),
            })}
          </Typography>
          <Button size="small" onClick={() => setIsWhole(true)}>
            {t('records.panel.leftOutAll')}
          </Button>
        </>
      )}
    </>
  );
}

function AllLeftOut(props: { entityRef: string; query: RecordsQuery }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const query = useEntityRecords(props.entityRef, {
    ...props.query,
    excluded: true,
  });
  return (
    <Loaded query={query} skeleton={<Skeleton variant="rect" height={160} />}>
      {({ pages }) => (
        <>
          <LeftOut excluded={pages.flatMap(({ excluded }) => excluded)} />
          {query.hasNextPage && (
            <Button
              size="small"
              disabled={query.isFetchingNextPage}
              onClick={() => query.fetchNextPage()}
            >
              {t('records.table.more')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
