import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** The name of an entity as bare text, which ends in an ellipsis where its place is too narrow. */
export function EntityName(props: { entityRef: string }) {
  return <>{useEntityPresentation(props.entityRef).primaryTitle}</>;
}
