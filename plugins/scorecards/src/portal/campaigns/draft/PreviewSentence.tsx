import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { CampaignPreviewResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../../translation';

/** So many teams are named. */
const MOST_NAMED = 5;

/** Says whom a campaign would meet, what is left to do, and which teams have no room. */
export function PreviewSentence(props: { preview: CampaignPreviewResponse }) {
  const { entities, checks, teams, fullTeams } = props.preview;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (entities.total === 0) {
    return <p role="status">{t('campaigns.form.nobody')}</p>;
  }
  return (
    <div role="status">
      <p>
        {t('campaigns.form.meets', {
          count: entities.total,
          teams: t('campaigns.form.teams', { count: teams }),
          done: String(entities.done),
        })}{' '}
        {t('campaigns.form.left', {
          fail: String(checks.fail),
          unknown: String(checks.unknown),
        })}
      </p>
      {fullTeams.length > 0 && (
        <p>
          {t('campaigns.form.full', {
            count: fullTeams.length,
            teams: (
              <>
                {fullTeams.slice(0, MOST_NAMED).map(({ teamRef }, index) => (
                  <span key={teamRef}>
                    {index > 0 && ', '}
                    <EntityDisplayName entityRef={teamRef} hideIcon />
                  </span>
                ))}
                {fullTeams.length > MOST_NAMED && ' …'}
              </>
            ),
          })}
        </p>
      )}
    </div>
  );
}
