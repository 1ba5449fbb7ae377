import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Decision } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../../translation';

const MOVES = ['draft', 'schedule', 'start', 'pause', 'resume', 'end'] as const;

/** The entries of a campaign in the log of decisions, oldest first. */
export function CampaignLog(props: { decisions: readonly Decision[] }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <details>
      <summary>{t('campaigns.log.title')}</summary>
      <ol>
        {props.decisions.map((decision, index) => (
          // The log is only added to, so that a place in it is a name.
          <li key={index}>
            <Entry decision={decision} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Entry(props: { decision: Decision }) {
  const { actor, at, move, principal, reason, side } = props.decision;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const known = MOVES.find(candidate => candidate === move);
  return (
    <>
      <span title={time.absolute(at)}>{time.day(at)}</span>:{' '}
      {known ? t(`campaigns.log.${known}`) : move}{' '}
      {side &&
        t('campaigns.log.forTeam', {
          team: <EntityDisplayName entityRef={side} hideIcon />,
        })}{' '}
      {actor &&
        t('campaigns.log.by', {
          by: <EntityDisplayName entityRef={actor} hideIcon />,
        })}
      {principal === 'agent' && <> ({t('campaigns.log.throughSoftware')})</>}
      {reason && (
        <bdi style={{ display: 'block', whiteSpace: 'pre-wrap' }}>{reason}</bdi>
      )}
    </>
  );
}
