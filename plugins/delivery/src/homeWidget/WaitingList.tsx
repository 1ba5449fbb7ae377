import {
  WaitingItem,
  WaitingResponse,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useDurationFormat } from '../states';
import { deliveryTranslationRef } from '../translation';
import { WaitingRow } from './WaitingRow';

const useStyles = makeStyles(
  theme => ({
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
    },
    sentence: { ...theme.typography.body1, fontWeight: 600, margin: 0 },
    list: { listStyle: 'none', margin: theme.spacing(0.5, 0, 0), padding: 0 },
  }),
  { name: 'FairleadWaitingList' },
);

/** What waits, in a sentence and one by one. */
export function WaitingList(props: {
  waiting: WaitingResponse;
  mineFirst: boolean;
  maxRows: number;
}) {
  const { waiting, maxRows } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const [mineFirst, setMineFirst] = useState(props.mineFirst);
  const items = inOrder(waiting.items, mineFirst).slice(0, maxRows);
  const oldest = Math.max(...waiting.items.map(({ age }) => age));
  const hidden = waiting.totalItems - items.length;
  return (
    <>
      <div className={classes.heading}>
        <p className={classes.sentence}>
          {t('homeWidget.sentence', {
            count: waiting.totalItems,
            age: formatDuration(oldest),
          })}
        </p>
        {waiting.items.some(({ isMine }) => isMine) && (
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                color="primary"
                checked={mineFirst}
                onChange={event => setMineFirst(event.target.checked)}
              />
            }
            label={
              <Typography variant="body2">
                {t('homeWidget.mineFirst')}
              </Typography>
            }
          />
        )}
      </div>
      <ul className={classes.list} aria-label={t('homeWidget.list')}>
        {items.map(item => (
          <WaitingRow key={`${item.entityRef} ${item.recordKey}`} item={item} />
        ))}
      </ul>
      {hidden > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('homeWidget.more', { count: hidden })}
        </Typography>
      )}
    </>
  );
}

/** The longest wait first, the reader's own before the others where asked for. */
function inOrder(
  items: readonly WaitingItem[],
  mineFirst: boolean,
): WaitingItem[] {
  return [...items].sort(
    (a, b) =>
      (mineFirst ? Number(b.isMine) - Number(a.isMine) : 0) || b.age - a.age,
  );
}
