import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { CampaignLink as Named } from '@fairlead/backstage-plugin-scorecards-common';
import { campaignRouteRef } from '../routes';

/** A link to the page of a campaign. */
export function CampaignLink(props: { campaign: Named }) {
  const { id, title } = props.campaign;
  const path = useRouteRef(campaignRouteRef);
  return (
    // Most stand within a sentence, where colour alone does not tell a link.
    <Link to={path({ id })} underline="always">
      <bdi>{title}</bdi>
    </Link>
  );
}
