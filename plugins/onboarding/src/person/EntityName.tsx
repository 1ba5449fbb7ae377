import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** The name of a person, a team or anything else of the catalog, as a link to its page. */
export function EntityName(props: { entityRef: string }) {
  return (
    <bdi style={{ overflowWrap: 'anywhere' }}>
      <EntityRefLink entityRef={props.entityRef} hideIcon />
    </bdi>
  );
}
