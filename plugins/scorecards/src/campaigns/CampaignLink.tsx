import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { CampaignLink as Named } from '@fairlead/backstage-plugin-scorecards-common';
import { campaignRouteRef } from '../routes';

/** A link to the page of a campaign. */
export function CampaignLink(props: { campaign: Named }) {
  const { id, title } = props.campaign;
  const path = useRouteRef(campaignRouteRef);
  return (
    <Link to={path({ id })}>
      <bdi>{title}</bdi>
    </Link>
  );
}
