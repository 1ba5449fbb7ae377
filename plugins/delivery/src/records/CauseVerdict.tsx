import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { useMayJudge } from './useMayJudge';
import { useVerdicts } from './useVerdicts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      marginTop: theme.spacing(0.5),
    },
    said: { flexBasis: '100%', color: theme.palette.text.secondary },
  }),
  { name: 'FairleadCauseVerdict' },
);

/** An inferred cause: the question, and one click to confirm or reject it. */
export function CauseVerdict(props: {
  entityRef: string;
  /** The key of the deployment. */
  deployment: string;
  /** The key of the incident. */
  incident: string;
  /** The incident by name, with a link where there is one. */
  name: JSX.Element;
}) {
  const { entityRef, deployment, incident, name } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { verdictOn, give } = useVerdicts(entityRef);
  const mayJudge = useMayJudge();
  const link = { deployment, incident };
  const verdict = verdictOn(link);
  return (
    <div className={classes.root}>
      <span>{t('records.verdict.question', { incident: name })}</span>
      {mayJudge && (
        <>
          <Button
            size="small"
            variant="outlined"
            aria-pressed={verdict === 'confirmed'}
            disabled={verdict === 'confirmed'}
            onClick={() => give({ ...link, verdict: 'confirmed' })}
          >
            {t('records.verdict.confirm')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            aria-pressed={verdict === 'rejected'}
            disabled={verdict === 'rejected'}
            onClick={() => give({ ...link, verdict: 'rejected' })}
          >
            {t('records.verdict.reject')}
          </Button>
        </>
      )}
      {verdict && (
        <span className={classes.said} role="status">
          {t(`records.verdict.${verdict}`)}
        </span>
      )}
    </div>
  );
}
