import {
  CHECK_STATUSES,
  CheckStatus,
  Transition,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useEntityTransitions } from '../api/queries';
import { CheckStatusLabel, Loaded } from '../states';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'grid',
      gridTemplateColumns: '5.5rem auto minmax(0, 1fr)',
      gap: theme.spacing(0, 1.5),
      padding: theme.spacing(0.25, 0),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '5.5rem minmax(0, 1fr)',
        '& > :nth-child(3)': { gridColumn: 2 },
      },
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadCheckHistory' },
);

/** What a check was before, newest first, and what changed it. */
export function CheckHistory(props: {
  entityRef: string;
  scorecardRef: string;
  checkId: string;
}) {
  const { entityRef, scorecardRef, checkId } = props;
  const query = useEntityTransitions({ entityRef, scorecardRef });
  return (
    <Loaded query={query} skeleton={<Skeleton variant="text" width="60%" />}>
      {page => (
        <TransitionList
          transitions={page.items.filter(item => item.checkId === checkId)}
        />
      )}
    </Loaded>
  );
}

function TransitionList(props: { transitions: Transition[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (props.transitions.length === 0) {
    return <span className={classes.quiet}>{t('entityTab.noHistory')}</span>;
  }
  return (
    <ol className={classes.list}>
      {props.transitions.map(transition => (
        <li key={`${transition.at}-${transition.to}`} className={classes.item}>
          <Day time={transition.at} />
          {isCheckStatus(transition.to) ? (
            <CheckStatusLabel status={transition.to} />
          ) : (
            <span>{t('entityTab.gone')}</span>
          )}
          <span className={classes.quiet}>
            {t(`entityTab.cause.${transition.cause}`)}
            {transition.reason && ` · ${transition.reason}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function isCheckStatus(text: string | null): text is CheckStatus {
  return CHECK_STATUSES.some(status => status === text);
}
