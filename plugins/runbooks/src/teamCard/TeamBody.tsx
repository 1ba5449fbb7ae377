import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { FiringList } from '../firing';
import { runbooksTranslationRef } from '../translation';
import { FailingRunbooks } from './FailingRunbooks';
import { OpenFollowUps } from './OpenFollowUps';
import { Part } from './Part';
import { Responders } from './Responders';
import { TeamSentence } from './TeamSentence';
import { UncoveredAlerts } from './UncoveredAlerts';

const FIRING_SHOWN = 3;

/** What fires now, what may page without a runbook, which runbooks would fail, and what was agreed and is not done. */
export function TeamBody(props: { team: TeamRunbooks }) {
  const { team } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const hidden = team.firing.length - FIRING_SHOWN;
  return (
    <>
      <TeamSentence team={team} />
      {team.firing.length > 0 && (
        <Part title={t('teamCard.firing')}>
          <FiringList firing={team.firing.slice(0, FIRING_SHOWN)} showEntity />
          {hidden > 0 && t('teamCard.moreFiring', { count: hidden })}
        </Part>
      )}
      {team.uncoveredAtNight.length > 0 && <UncoveredAlerts team={team} />}
      {team.failing.length > 0 && <FailingRunbooks team={team} />}
      {team.followUps.open > 0 && <OpenFollowUps team={team} />}
      {team.responders && <Responders responders={team.responders} />}
    </>
  );
}
