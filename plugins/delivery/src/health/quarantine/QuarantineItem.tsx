import { QuarantinedDelivery } from '@fairlead/backstage-plugin-delivery-common';
import {
  RelativeTime,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ScrollBox } from '../../tables';
import { deliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
    },
    type: { fontWeight: 600, overflowWrap: 'anywhere' },
    time: { color: theme.palette.text.secondary },
    reason: { margin: 0, overflowWrap: 'anywhere' },
    withheld: { margin: 0, color: theme.palette.text.secondary },
    summary: { cursor: 'pointer', color: theme.palette.text.secondary },
    payload: {
      margin: theme.spacing(1, 0),
      padding: theme.spacing(1),
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'FairleadQuarantineItem' },
);

/** One delivery that could not be read. */
export function QuarantineItem(props: {
  delivery: QuarantinedDelivery;
  onReplay: (() => void) | undefined;
  isBusy: boolean;
}) {
  const { delivery, onReplay, isBusy } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const time = useTimeFormat();
  const type = delivery.type ?? t('health.quarantine.unknownType');
  const words = { type, time: time.absolute(delivery.receivedAt) };
  return (
    <li className={classes.root}>
      <div className={classes.heading}>
        <span className={classes.type}>{type}</span>
        <span className={classes.time}>
          <RelativeTime time={delivery.receivedAt} />
        </span>
        {onReplay && (
          <Button
            size="small"
            color="primary"
            disabled={isBusy}
            aria-label={t('health.quarantine.replayOf', words)}
            onClick={onReplay}
          >
            {t('health.quarantine.replay')}
          </Button>
        )}
      </div>
      <p className={classes.reason}>{delivery.reason}</p>
      {delivery.isWithheld ? (
        <p className={classes.withheld}>{t('health.quarantine.withheld')}</p>
      ) : (
        <details>
          <summary className={classes.summary}>
            {t('health.quarantine.payload')}
          </summary>
          <ScrollBox
            label={t('health.quarantine.payloadOf', words)}
            maxHeight={320}
          >
            <pre className={classes.payload}>
              {JSON.stringify(delivery.payload, null, 2)}
            </pre>
          </ScrollBox>
        </details>
      )}
    </li>
  );
}
