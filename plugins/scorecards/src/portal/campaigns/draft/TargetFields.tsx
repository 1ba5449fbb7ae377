import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { FilterSelect, useTranslationRef } from '@fairlead/frontend-parts';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import { levelTitle } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { Choice } from '../../Choice';
import { CampaignForm } from './campaignForm';

/** What a campaign asks for: a level of the scorecard, or some of its checks. */
export function TargetFields(props: {
  scorecard: ScorecardSummary;
  form: CampaignForm;
  onChange: (part: Partial<CampaignForm>) => void;
}) {
  const { scorecard, form, onChange } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend>{t('campaigns.form.askFor')}</legend>
      <Choice
        label={t('campaigns.form.askFor')}
        value={form.askFor}
        options={[
          { value: 'level', label: t('campaigns.form.aLevel') },
          { value: 'checks', label: t('campaigns.form.someChecks') },
        ]}
        onChange={askFor => onChange({ askFor })}
      />
      <div style={{ marginTop: 16 }}>
        {form.askFor === 'level' ? (
          <FilterSelect
            label={t('campaigns.form.level')}
            any={t('campaigns.form.choose')}
            value={form.level}
            options={scorecard.levels.map(value => ({
              value,
              label: levelTitle(value),
            }))}
            onChange={(level = '') => onChange({ level })}
          />
        ) : (
          <FormGroup aria-label={t('campaigns.form.checks')}>
            {scorecard.checks.map(({ id, title }) => (
              <FormControlLabel
                key={id}
                label={title}
                control={
                  <Checkbox
                    size="small"
                    color="primary"
                    checked={form.checks.includes(id)}
                    onChange={(_, isChosen) =>
                      onChange({
                        checks: isChosen
                          ? [...form.checks, id]
                          : form.checks.filter(other => other !== id),
                      })
                    }
                  />
                }
              />
            ))}
          </FormGroup>
        )}
      </div>
    </fieldset>
  );
}
