import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Decision } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Skeleton from '@material-ui/lab/Skeleton';
import { useId, useState } from 'react';
import { useWaiver } from '../api/queries';
import { Loaded } from '../states';
import { scorecardsTranslationRef } from '../translation';

const MOVES = [
  'ask',
  'approve',
  'reject',
  'withdraw',
  'revoke',
  'renew',
] as const;

const SIDES = ['entity-owner', 'scorecard-owner', 'administrator'] as const;

/** The entries of a waiver in the log of decisions, read once somebody wants to see them. */
export function WaiverHistory(props: { waiverId: string }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const query = useWaiver(props.waiverId, { enabled: isOpen });
  return (
    <>
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('waivers.history')}
      </Button>
      {isOpen && (
        <div id={listId}>
          <Loaded query={query} skeleton={<Skeleton height={48} />}>
            {({ decisions }) => (
              <ol>
                {decisions.map((decision, index) => (
                  // The log is only added to, so that a place in it is a name.
                  <li key={index}>
                    <Entry decision={decision} />
                  </li>
                ))}
              </ol>
            )}
          </Loaded>
        </div>
      )}
    </>
  );
}

function Entry(props: { decision: Decision }) {
  const { actor, at, move, principal, reason, side } = props.decision;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const known = MOVES.find(candidate => candidate === move);
  const role = SIDES.find(candidate => candidate === side);
  return (
    <>
      <span title={time.absolute(at)}>{time.day(at)}</span>:{' '}
      {known ? t(`waivers.decision.${known}`) : move}{' '}
      {actor ? (
        t('waivers.decidedBy', {
          by: <EntityDisplayName entityRef={actor} hideIcon />,
        })
      ) : (
        <>{t('waivers.decidedByUnknown')}</>
      )}
      {role && <> ({t(`waivers.role.${role}`)})</>}
      {principal === 'agent' && <> ({t('waivers.throughSoftware')})</>}
      {reason && (
        <>
          : <bdi>{reason}</bdi>
        </>
      )}
    </>
  );
}
