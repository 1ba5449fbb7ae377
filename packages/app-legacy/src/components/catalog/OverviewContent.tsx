import {
  EntityAboutCard,
  EntityLinksCard,
  EntityHasComponentsCard,
  EntityHasResourcesCard,
  EntityHasSystemsCard,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import { EntityCatalogGraphCard } from '@backstage/plugin-catalog-graph';
import {
  EntityGroupProfileCard,
  EntityMembersListCard,
  EntityOwnershipCard,
  EntityUserProfileCard,
} from '@backstage/plugin-org';
import {
  EntityDeliveryCard,
  GroupDeliveryCard,
} from '@fairlead/backstage-plugin-delivery/legacy';
import {
  EntityNewHereCard,
  GroupOnboardingCard,
  UserOnboardingCard,
} from '@fairlead/backstage-plugin-onboarding/legacy';
import {
  EntityRunbookLink,
  EntityRunbooksCard,
  GroupRunbooksCard,
  RunbookCard,
} from '@fairlead/backstage-plugin-runbooks/legacy';
import {
  EntityScorecardLevelChip,
  EntityScorecardsCard,
  GroupScorecardsCard,
} from '@fairlead/backstage-plugin-scorecards/legacy';
import Box from '@material-ui/core/Box';
import Grid from '@material-ui/core/Grid';

function GroupOverview() {
  return (
    <Grid container spacing={3}>
      <Grid item xs={12} md={6}>
        <EntityGroupProfileCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <GroupRunbooksCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <GroupScorecardsCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <GroupDeliveryCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <GroupOnboardingCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityScorecardsCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityOwnershipCard />
      </Grid>
      <Grid item xs={12}>
        <EntityMembersListCard />
      </Grid>
    </Grid>
  );
}

function UserOverview() {
  return (
    <Grid container spacing={3}>
      <Grid item xs={12} md={6}>
        <Box display="grid" gridGap={24}>
          <UserOnboardingCard />
          <EntityUserProfileCard />
        </Box>
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityOwnershipCard />
      </Grid>
    </Grid>
  );
}

function DefaultOverview() {
  return (
    <Grid container spacing={3}>
      <Grid item xs={12}>
        <EntityScorecardLevelChip />
        <EntityRunbookLink />
        <EntitySwitch>
          <EntitySwitch.Case if={isKind(['component', 'system'])}>
            <EntityNewHereCard />
          </EntitySwitch.Case>
        </EntitySwitch>
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityAboutCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityRunbooksCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityScorecardsCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityDeliveryCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityCatalogGraphCard height={400} />
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityLinksCard />
      </Grid>
      <EntitySwitch>
        <EntitySwitch.Case if={isKind('system')}>
          <Grid item xs={12}>
            <EntityHasComponentsCard />
          </Grid>
          <Grid item xs={12}>
            <EntityHasResourcesCard />
          </Grid>
        </EntitySwitch.Case>
        <EntitySwitch.Case if={isKind('domain')}>
          <Grid item xs={12}>
            <EntityHasSystemsCard />
          </Grid>
        </EntitySwitch.Case>
      </EntitySwitch>
    </Grid>
  );
}

function RunbookOverview() {
  return (
    <Grid container spacing={3}>
      <Grid item xs={12} md={6}>
        <EntityAboutCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <RunbookCard />
      </Grid>
      <Grid item xs={12} md={6}>
        <EntityCatalogGraphCard height={400} />
      </Grid>
    </Grid>
  );
}

export function OverviewContent() {
  return (
    <EntitySwitch>
      <EntitySwitch.Case if={isKind('runbook')}>
        <RunbookOverview />
      </EntitySwitch.Case>
      <EntitySwitch.Case if={isKind('group')}>
        <GroupOverview />
      </EntitySwitch.Case>
      <EntitySwitch.Case if={isKind('user')}>
        <UserOverview />
      </EntitySwitch.Case>
      <EntitySwitch.Case>
        <DefaultOverview />
      </EntitySwitch.Case>
    </EntitySwitch>
  );
}
