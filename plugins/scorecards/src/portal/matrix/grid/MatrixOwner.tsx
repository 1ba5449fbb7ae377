import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';

/** The owner of a row by its title. */
export function MatrixOwner(props: {
  ownerRef: string;
  'data-cell': string;
  tabIndex: number;
}) {
  const { ownerRef, ...focus } = props;
  const { primaryTitle } = useEntityPresentation(ownerRef, {
    defaultKind: 'group',
  });
  return (
    <EntityRefLink
      entityRef={ownerRef}
      defaultKind="group"
      title={primaryTitle}
      {...focus}
    >
      <span title={`${primaryTitle} (${ownerRef})`}>{primaryTitle}</span>
    </EntityRefLink>
  );
}
