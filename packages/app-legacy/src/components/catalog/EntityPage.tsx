import {
  ApiDefinitionCard,
  EntityConsumedApisCard,
  EntityProvidedApisCard,
} from '@backstage/plugin-api-docs';
import {
  EntityDependsOnComponentsCard,
  EntityDependsOnResourcesCard,
  EntityLayout,
  isKind,
} from '@backstage/plugin-catalog';
import { EntityDeliveryContent } from '@fairlead/backstage-plugin-delivery/legacy';
import { GroupOnboardingContent } from '@fairlead/backstage-plugin-onboarding/legacy';
import { EntityRunbooksContent } from '@fairlead/backstage-plugin-runbooks/legacy';
import { EntityScorecardsContent } from '@fairlead/backstage-plugin-scorecards/legacy';
import Grid from '@material-ui/core/Grid';
import { OverviewContent } from './OverviewContent';

export function EntityPage() {
  return (
    <EntityLayout>
      <EntityLayout.Route path="/" title="Overview">
        <OverviewContent />
      </EntityLayout.Route>
      <EntityLayout.Route path="/scorecards" title="Scorecards">
        <EntityScorecardsContent />
      </EntityLayout.Route>
      <EntityLayout.Route path="/delivery" title="Delivery">
        <EntityDeliveryContent />
      </EntityLayout.Route>
      <EntityLayout.Route
        path="/runbooks"
        title="Runbooks"
        if={isKind(['component', 'system', 'api', 'resource', 'domain'])}
      >
        <EntityRunbooksContent />
      </EntityLayout.Route>
      <EntityLayout.Route
        path="/onboarding"
        title="Onboarding"
        if={isKind('group')}
      >
        <GroupOnboardingContent />
      </EntityLayout.Route>
      <EntityLayout.Route
        path="/definition"
        title="Definition"
        if={isKind('api')}
      >
        <ApiDefinitionCard />
      </EntityLayout.Route>
      <EntityLayout.Route
        path="/dependencies"
        title="Dependencies"
        if={isKind('component')}
      >
        <Grid container spacing={3}>
          <Grid item xs={12} md={6}>
            <EntityDependsOnComponentsCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityDependsOnResourcesCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityProvidedApisCard />
          </Grid>
          <Grid item xs={12} md={6}>
            <EntityConsumedApisCard />
          </Grid>
        </Grid>
      </EntityLayout.Route>
    </EntityLayout>
  );
}
