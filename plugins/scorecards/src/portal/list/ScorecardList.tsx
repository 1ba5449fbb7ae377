import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useLiveScorecards } from '../../api/queries';
import {
  campaignsRouteRef,
  playgroundRouteRef,
  waiversRouteRef,
} from '../../routes';
import { Loaded } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { HealthLink } from '../health/HealthLink';
import { NoScorecards } from './NoScorecards';
import { ScorecardListItem } from './ScorecardListItem';
import { ScorecardListSkeleton } from './ScorecardListSkeleton';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    list: {
      display: 'grid',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadScorecardList' },
);

/** All scorecards, and where their entities stand. */
export function ScorecardList() {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const playground = useRouteRef(playgroundRouteRef);
  const campaigns = useRouteRef(campaignsRouteRef);
  const waivers = useRouteRef(waiversRouteRef);
  const query = useLiveScorecards();
  return (
    <>
      <div className={classes.actions}>
        <LinkButton variant="outlined" color="primary" to={campaigns()}>
          {t('campaigns.title')}
        </LinkButton>
        <LinkButton variant="outlined" color="primary" to={waivers()}>
          {t('portal.waivers.title')}
        </LinkButton>
        <LinkButton variant="outlined" color="primary" to={playground()}>
          {t('portal.list.playground')}
        </LinkButton>
        <HealthLink />
      </div>
      <Loaded query={query} skeleton={<ScorecardListSkeleton />}>
        {({ items }) =>
          items.length === 0 ? (
            <NoScorecards />
          ) : (
            <ul className={classes.list} aria-label={t('portal.list.title')}>
              {items.map(scorecard => (
                <ScorecardListItem
                  key={scorecard.scorecardRef}
                  scorecard={scorecard}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
