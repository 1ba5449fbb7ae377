import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  CampaignLink,
  CampaignPause,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FilterSelect, useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../../translation';
import { Answers, isAnswered } from './Answers';

/** What is chosen for a team that has no room: nothing pauses while no campaign is chosen. */
export type Choice = Omit<CampaignPause, 'teamRef'>;

/** Nothing chosen. */
export const NO_CHOICE: Choice = { campaignId: '', impact: '', futureCost: '' };

/** Whether a choice can be sent: nothing pauses, or both answers are given. */
export function isComplete(choice: Choice): boolean {
  return choice.campaignId === '' || isAnswered(choice);
}

/** The pauses that choices come to. */
export function toPauses(
  choices: Readonly<Record<string, Choice>>,
): CampaignPause[] {
  return Object.entries(choices)
    .filter(([, { campaignId }]) => campaignId !== '')
    .map(([teamRef, choice]) => ({ teamRef, ...choice }));
}

/** Which of its active campaigns pauses for a team, so that another has room, and why. */
export function PauseChoice(props: {
  teamRef: string;
  active: readonly CampaignLink[];
  value: Choice;
  onChange: (value: Choice) => void;
}) {
  const { teamRef, active, value, onChange } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { primaryTitle } = useEntityPresentation(parseEntityRef(teamRef));
  return (
    <div style={{ marginTop: 16 }}>
      <FilterSelect
        label={t('campaigns.dialog.which', { team: primaryTitle })}
        any={t('campaigns.dialog.none')}
        value={value.campaignId || undefined}
        options={active.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={campaignId =>
          onChange({ ...value, campaignId: campaignId ?? '' })
        }
      />
      {value.campaignId !== '' && (
        <Answers
          value={value}
          onChange={answers => onChange({ ...value, ...answers })}
        />
      )}
    </div>
  );
}
