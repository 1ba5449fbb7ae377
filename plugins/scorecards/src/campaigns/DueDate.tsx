import { CheckDue } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';
import { CampaignLink } from './CampaignLink';

/** By when a campaign wants a check to pass. */
export function DueDate(props: { due: CheckDue }) {
  const { date, campaign } = props.due;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  return (
    <p title={time.absolute(date)}>
      {t('campaigns.dueFor', {
        day: time.day(date),
        campaign: <CampaignLink campaign={campaign} />,
      })}
    </p>
  );
}
