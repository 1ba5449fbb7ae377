import { usePermission } from '@backstage/plugin-permission-react';
import {
  deliverySourceUpdatePermission,
  SourceHealth,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState } from 'react';
import { deliveryTranslationRef } from '../../translation';
import { useStartBackfill } from '../useSourceMutations';
import { BackfillProgress } from './BackfillProgress';

const DAYS = [7, 30, 90] as const;

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(1.5) },
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadBackfill' },
);

/** Asks a source for its past, and tells how far that is. */
export function Backfill(props: { source: SourceHealth }) {
  const { source } = props;
  const { backfill } = source;
  const classes = useStyles();
  const id = useId();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { allowed } = usePermission({
    permission: deliverySourceUpdatePermission,
    resourceRef: source.id,
  });
  const [days, setDays] = useState<number>(90);
  const start = useStartBackfill();
  const isUnderWay =
    backfill?.state === 'queued' || backfill?.state === 'running';
  const isOffered = allowed && source.state !== 'off';
  if (!backfill && !isOffered) {
    return null;
  }
  return (
    <div className={classes.root}>
      {backfill && <BackfillProgress source={source} backfill={backfill} />}
      {isOffered && !isUnderWay && (
        <div className={classes.form}>
          <TextField
            select
            id={id}
            label={t('health.backfill.days')}
            value={days}
            onChange={event => setDays(Number(event.target.value))}
            SelectProps={{ native: true }}
            size="small"
            variant="outlined"
          >
            {DAYS.map(option => (
              <option key={option} value={option}>
                {t('health.backfill.daysOption', { days: String(option) })}
              </option>
            ))}
          </TextField>
          <Button
            variant="outlined"
            size="small"
            disabled={start.isPending}
            aria-label={t('health.backfill.startOf', { source: source.title })}
            onClick={() => start.mutate({ source: source.id, days })}
          >
            {t('health.backfill.start')}
          </Button>
        </div>
      )}
      {start.error && (
        <Typography variant="body2" color="error" role="alert">
          {t('health.backfill.refused', { message: start.error.message })}
        </Typography>
      )}
    </div>
  );
}
