import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ReactNode } from 'react';
import { scorecardRouteRef } from '../routes';

/** A link to the page of a scorecard. */
export function ScorecardLink(props: {
  scorecardRef: string;
  children: ReactNode;
}) {
  const { namespace, name } = parseEntityRef(props.scorecardRef);
  const path = useRouteRef(scorecardRouteRef);
  return <Link to={path({ namespace, name })}>{props.children}</Link>;
}
