import { InsufficientReason } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import { deliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { color: theme.palette.text.secondary, ...theme.typography.body2 },
    title: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
    reason: { margin: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadInsufficient' },
);

/** Insufficient data: icon and words in quiet grey, the reason, and what would bring data. */
export function Insufficient(props: {
  /** Why; left out where something beside this says it already. */
  reason?: InsufficientReason;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <div className={classes.root}>
      <span className={classes.title}>
        <HelpOutlineIcon fontSize="small" aria-hidden />
        {t('states.insufficient.title')}
      </span>
      {props.reason && (
        <p className={classes.reason}>
          {t(`states.insufficient.reason.${props.reason}`)}
        </p>
      )}
    </div>
  );
}
