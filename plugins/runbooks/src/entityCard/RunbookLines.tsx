import { Link } from '@backstage/core-components';
import { RunbookSummary } from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import { HealthWords, inOrder, verdictOf } from '../health';
import { useEntityRunbooksLink, usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

const LINES_ON_CARD = 5;

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1),
      padding: 0,
    },
    line: { padding: theme.spacing(0.5, 0) },
    title: { fontWeight: 600, overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadRunbookLines' },
);

/** The runbooks of an entity, those first that would fail somebody, each with what is wrong with it. */
export function RunbookLines(props: {
  runbooks: readonly RunbookSummary[];
  entityRef: string;
}) {
  const { entityRef, runbooks } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const tabLink = useEntityRunbooksLink();
  const more = runbooks.length - LINES_ON_CARD;
  return (
    <ul className={classes.list} aria-label={t('entityCard.list')}>
      {inOrder(runbooks)
        .slice(0, LINES_ON_CARD)
        .map(({ id, title, health }) => (
          <li key={id} className={classes.line}>
            <Link
              to={links.runbook(id, { entity: entityRef })}
              className={classes.title}
            >
              <bdi>{title}</bdi>
            </Link>
            {verdictOf(health) === 'holds' ? (
              <div>
                <StateLabel icon={CheckCircleIcon} tone="good">
                  {t('entityCard.wouldHold')}
                </StateLabel>
              </div>
            ) : (
              <HealthWords health={health} onlyTroubled />
            )}
          </li>
        ))}
      {more > 0 && (
        <li className={classes.line}>
          <Link to={tabLink(entityRef)}>
            {t('entityCard.more', { count: more })}
          </Link>
        </li>
      )}
    </ul>
  );
}
