import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { OverviewResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  EmptyPanel,
  RelativeTime,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { sourcesRouteRef } from '../../routes';
import { deliveryTranslationRef } from '../../translation';
import { TeamComparison } from '../teams';
import { PortalChoices } from '../usePortalChoices';
import { Headlines } from './Headlines';
import { OrganisationWaits } from './OrganisationWaits';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'FairleadOverviewContent' },
);

/** What is known of the organisation. */
export function OverviewContent(props: {
  overview: OverviewResponse;
  choices: PortalChoices;
  onChoose: (change: Partial<PortalChoices>) => void;
}) {
  const { overview, choices, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const sources = useRouteRef(sourcesRouteRef);
  const formatNumber = useNumberFormat();
  if (isNothingKnown(overview)) {
    return (
      <EmptyPanel
        title={t('portal.empty.title')}
        action={
          <LinkButton variant="outlined" color="primary" to={sources()}>
            {t('portal.empty.action')}
          </LinkButton>
        }
      >
        {t('portal.empty.text')}
      </EmptyPanel>
    );
  }
  return (
    <div className={classes.root}>
      <Typography variant="caption" color="textSecondary">
        {t('portal.computed', {
          count: overview.entities,
          entities: formatNumber(overview.entities),
          when: <RelativeTime time={overview.computedAt} />,
        })}
      </Typography>
      <OrganisationWaits overview={overview} />
      <Headlines
        measures={overview.measures}
        chosen={choices.measure}
        onChoose={measure => onChoose({ measure })}
      />
      <TeamComparison
        teams={overview.teams}
        choices={choices}
        onChoose={onChoose}
      />
    </div>
  );
}

function isNothingKnown({ measures, sentence }: OverviewResponse): boolean {
  return sentence === null && measures.every(({ state }) => state !== 'ok');
}
