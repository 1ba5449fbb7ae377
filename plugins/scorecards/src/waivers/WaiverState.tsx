import { Entity } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Waiver,
  WaiverApproval,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';
import { WaiverActions } from './WaiverActions';

/** Where a waiver stands, who has approved it, and what the reader may do about it. */
export function WaiverState(props: { waiver: Waiver; entity: Entity }) {
  const { waiver, entity } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
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
      {waiver.rejectedBy && (
        <p>
          {t('waivers.rejectedBy', {
            by: <EntityDisplayName entityRef={waiver.rejectedBy.by} hideIcon />,
            reason: waiver.rejectedBy.reason,
          })}
        </p>
      )}
      {waiver.state === 'requested' && (
        <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
          <Side
            label={t('waivers.side.entityOwner')}
            approval={waiver.entityOwnerApproval}
          />
          <Side
            label={t('waivers.side.scorecardOwner')}
            approval={waiver.scorecardOwnerApproval}
          />
        </ul>
      )}
      <WaiverActions waiver={waiver} entity={entity} />
    </>
  );
}

function Side(props: { label: string; approval: WaiverApproval | null }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <li>
      {props.label}:{' '}
      {props.approval
        ? t('waivers.approvedBy', {
            by: <EntityDisplayName entityRef={props.approval.by} hideIcon />,
          })
        : t('waivers.approvalOpen')}
    </li>
  );
}
