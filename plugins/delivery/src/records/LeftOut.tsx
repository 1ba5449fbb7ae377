import { ExcludedRecord } from '@fairlead/backstage-plugin-delivery-common';
import {
  Day,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { RecordLink } from './RecordLink';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0, 0, 1.5),
      paddingLeft: '1.2em',
      ...theme.typography.body2,
      overflowWrap: 'anywhere',
    },
    reason: { fontWeight: 600 },
  }),
  { name: 'FairleadLeftOut' },
);

/** The records that were looked at and left out, by the sentence that says why. */
export function LeftOut(props: { excluded: readonly ExcludedRecord[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  if (props.excluded.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('records.panel.leftOutNone')}
      </Typography>
    );
  }
  const reasons = [...new Set(props.excluded.map(({ reason }) => reason))];
  return (
    <>
      {reasons.map(reason => {
        const records = props.excluded.filter(e => e.reason === reason);
        return (
          <div key={reason}>
            <Typography variant="body2" className={classes.reason}>
              {t(`states.excluded.${reason}`)} ({formatNumber(records.length)})
            </Typography>
            <ul className={classes.list}>
              {records.map(({ record, at }) => (
                <li key={record.key}>
                  <RecordLink record={record} /> · <Day time={at} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
