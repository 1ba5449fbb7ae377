import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useScorecards, useWaivers } from '../api/queries';
import { useEntityScorecardsLink } from '../links';
import { waiversRouteRef } from '../routes';
import { EntityName, ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';

const SHOWN = 3;

const useStyles = makeStyles(
  theme => ({
    root: { ...theme.typography.body2, marginBottom: theme.spacing(1) },
    sentence: { ...theme.typography.body1, fontWeight: 600, margin: 0 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FairleadWaitingWaivers' },
);

/** The waivers that wait for the reader's decision; nothing where there are none, or for those who may see no results. */
export function WaitingWaivers() {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const waivers = useRouteRef(waiversRouteRef);
  const { data, error, refetch } = useWaivers({
    waitingFor: 'me',
    limit: SHOWN,
  });
  if (error && !data && !isDenied(error)) {
    return <ErrorPanel error={error} onRetry={() => refetch()} />;
  }
  if (!data?.totalItems) {
    return null;
  }
  return (
    <div className={classes.root}>
      <p className={classes.sentence}>
        <Link to={`${waivers()}?waitingFor=me`}>
          {t('homeWidget.waivers', { count: data.totalItems })}
        </Link>
      </p>
      <ul className={classes.list}>
        {data.items.map(waiver => (
          <li key={waiver.id} className={classes.item}>
            <WaitingWaiver waiver={waiver} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whoever may not read results decides on no waivers either. */
function isDenied(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === 403;
}

function WaitingWaiver(props: { waiver: Waiver }) {
  const { waiver } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const linkTo = useEntityScorecardsLink();
  const scorecards = useScorecards();
  const check = scorecards.data?.items
    .find(({ scorecardRef }) => scorecardRef === waiver.scorecardRef)
    ?.checks.find(({ id }) => id === waiver.checkId);
  return (
    <>
      <Link to={linkTo(waiver.entityRef, waiver)}>
        <EntityName entityRef={waiver.entityRef} />
      </Link>{' '}
      {t('homeWidget.waiver', {
        check: check?.title ?? waiver.checkId,
        day: time.day(waiver.expiresAt),
      })}
    </>
  );
}
