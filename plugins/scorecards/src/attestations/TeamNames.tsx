import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Fragment } from 'react';

/** Teams by name, one after the other. */
export function TeamNames(props: { teamRefs: readonly string[] }) {
  return (
    <>
      {props.teamRefs.map((teamRef, index) => (
        <Fragment key={teamRef}>
          {index > 0 && ', '}
          <EntityDisplayName
            entityRef={teamRef}
            defaultKind="group"
            hideIcon
            disableTooltip
          />
        </Fragment>
      ))}
    </>
  );
}
