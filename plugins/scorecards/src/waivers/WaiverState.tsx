import { Entity } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useScorecard } from '../api/queries';
import { scorecardsTranslationRef } from '../translation';
import { WaiverActions } from './WaiverActions';
import { WaiverEnding } from './WaiverEnding';
import { WaiverSides } from './WaiverSides';

/** Where a waiver stands, who has approved it, and what the reader may do about it. */
export function WaiverState(props: { waiver: Waiver; entity: Entity }) {
  const { waiver, entity } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const scorecard = useScorecard(waiver.scorecardRef);
  const check = scorecard.data?.checks.find(({ id }) => id === waiver.checkId);
  const by = <EntityDisplayName entityRef={waiver.requestedBy} hideIcon />;
  return (
    <>
      <p>
        {t(`waivers.state.${waiver.state}`, {
          by,
          day: time.day(waiver.expiresAt),
        })}
      </p>
      <p>
        “<bdi>{waiver.reason}</bdi>”
      </p>
      {waiver.state === 'approved' && scorecard.data && (
        <p>
          {t(
            `waivers.meaning.${
              scorecard.data.definition.spec.waivers?.meaning ?? 'left-out'
            }`,
          )}
        </p>
      )}
      <WaiverEnding waiver={waiver} />
      {waiver.state === 'requested' && <WaiverSides waiver={waiver} />}
      <WaiverActions
        waiver={waiver}
        checkTitle={check?.title ?? waiver.checkId}
        entityName={entity.metadata.title ?? entity.metadata.name}
      />
    </>
  );
}
