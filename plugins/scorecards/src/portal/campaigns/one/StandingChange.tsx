import {
  CampaignDetailsResponse,
  prepareStandingChange,
  ScorecardDetailsResponse,
  targetChecks,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FilterSelect, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useMemo, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useScorecard } from '../../../api/queries';
import { ComparedLines, compareLines } from '../../../diff';
import { Loaded } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { definitionYaml } from '../../definition/definitionYaml';

/** The change of the scorecard that makes the checks of a campaign stand, to copy. */
export default function StandingChange(props: {
  campaign: CampaignDetailsResponse;
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const query = useScorecard(props.campaign.scorecardRef);
  return (
    <section>
      <Typography variant="h6" component="h3">
        {t('campaigns.standing.title')}
      </Typography>
      <p>{t('campaigns.standing.text')}</p>
      <Loaded query={query} skeleton={<Skeleton height={120} />}>
        {scorecard => (
          <Change campaign={props.campaign} scorecard={scorecard} />
        )}
      </Loaded>
    </section>
  );
}

function Change(props: {
  campaign: CampaignDetailsResponse;
  scorecard: ScorecardDetailsResponse;
}) {
  const { campaign, scorecard } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [level, setLevel] = useState<string>();
  const [own, setOwn] = useState('');
  const [copied, copy] = useCopyToClipboard();
  const before = own.trim() === '' ? definitionYaml(scorecard.definition) : own;
  const change = useMemo(() => {
    try {
      return prepareStandingChange(before, {
        checkIds: targetChecks(scorecard.definition, campaign.target),
        level,
      });
    } catch (error) {
      return { message: String(error.message) };
    }
  }, [before, campaign.target, level, scorecard.definition]);
  return (
    <>
      {'checks' in campaign.target && (
        <FilterSelect
          label={t('campaigns.standing.level')}
          any={t('campaigns.standing.asIs')}
          value={level}
          options={scorecard.levels.map(value => ({ value, label: value }))}
          onChange={setLevel}
        />
      )}
      <TextField
        id="campaign-own-yaml"
        label={t('campaigns.standing.own')}
        value={own}
        onChange={event => setOwn(event.target.value)}
        multiline
        rows={3}
        rowsMax={12}
        fullWidth
        variant="outlined"
        margin="normal"
        inputProps={{ spellCheck: false }}
      />
      {'message' in change && (
        <p role="alert">
          {t('campaigns.standing.broken', { message: change.message })}
        </p>
      )}
      {'changed' in change && change.changed.length === 0 && (
        <p>{t('campaigns.standing.nothing')}</p>
      )}
      {'changed' in change && change.changed.length > 0 && (
        <>
          <ComparedLines
            label={t('campaigns.standing.title')}
            stretches={compareLines({ before, after: change.after })}
          />
          <Button
            size="small"
            variant="outlined"
            onClick={() => copy(change.after)}
          >
            {copied.value === change.after
              ? t('campaigns.standing.copied')
              : t('campaigns.standing.copy')}
          </Button>
        </>
      )}
    </>
  );
}
