import { Link } from '@backstage/core-components';
import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { ClampedText, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { CheckAction } from '../nextStep';
import { CheckStatusIcon } from '../states';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) auto',
      columnGap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      ...theme.typography.body2,
    },
    title: { overflowWrap: 'anywhere', fontWeight: 600 },
    reason: { color: theme.palette.text.secondary, overflowWrap: 'anywhere' },
    why: {
      ...theme.typography.caption,
      color: theme.palette.text.secondary,
    },
    action: { whiteSpace: 'nowrap' },
  }),
  { name: 'FairleadNextCheck' },
);

/** A check on the way to the next level: what it is, where it stands, why it matters, and the next step. */
export function NextCheck(props: { check: CheckResult; detailsLink: string }) {
  const { check, detailsLink } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <li className={classes.root}>
      <CheckStatusIcon status={check.status} />
      <div>
        <Link to={detailsLink} className={classes.title} color="inherit">
          <ClampedText>{check.title}</ClampedText>
        </Link>
        <div className={classes.reason}>
          <ClampedText>
            {[t(`states.status.${check.status}`), check.reason]
              .filter(Boolean)
              .join(' · ')}
          </ClampedText>
        </div>
        {check.why && (
          <div className={classes.why}>
            <ClampedText>{check.why}</ClampedText>
          </div>
        )}
      </div>
      <div className={classes.action}>
        <CheckAction check={check} detailsLink={detailsLink} />
      </div>
    </li>
  );
}
