import { CheckStatus } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../translation';
import { CheckStatusIcon } from './CheckStatusIcon';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FairleadCheckStatusLabel' },
);

/** A status as icon, word and colour. */
export function CheckStatusLabel(props: { status: CheckStatus }) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <span className={classes.root}>
      <CheckStatusIcon status={props.status} />
      {t(`states.status.${props.status}`)}
    </span>
  );
}
