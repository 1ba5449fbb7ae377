import { useRouteRef } from '@backstage/core-plugin-api';
import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { FilterSelect, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import useDebounce from 'react-use/esm/useDebounce';
import { RefusedMove } from '../../../campaigns';
import { useCampaignPreview } from '../../../campaigns/queries';
import { useCampaignMutations } from '../../../campaigns/useCampaignMutations';
import { campaignRouteRef } from '../../../routes';
import { scorecardsTranslationRef } from '../../../translation';
import { entityName } from '../../entityName';
import {
  CampaignForm,
  emptyForm,
  isDeadlineGood,
  readFilter,
  readTarget,
  toDraft,
} from './campaignForm';
import { PreviewSentence } from './PreviewSentence';
import { TargetFields } from './TargetFields';

/** Milliseconds after which typing counts as done. */
const TYPING_PAUSE = 400;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      maxWidth: 720,
      marginTop: theme.spacing(2),
    },
    row: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
      gap: theme.spacing(2),
    },
  }),
  { name: 'FairleadCampaignForm' },
);

/** What a campaign asks for, of whom, why and until when. */
export function DraftForm(props: {
  scorecards: readonly ScorecardSummary[];
  /** The refs of the groups that the reader belongs to. */
  groups: readonly string[];
  /** The scorecard that the reader came from. */
  scorecardRef: string | undefined;
}) {
  const { scorecards, groups } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const navigate = useNavigate();
  const campaignPath = useRouteRef(campaignRouteRef);
  const [form, setForm] = useState<CampaignForm>(() => ({
    ...emptyForm(),
    ownerRef: groups[0] ?? '',
    scorecardRef: props.scorecardRef ?? '',
  }));
  const change = (part: Partial<CampaignForm>) => setForm({ ...form, ...part });
  const scorecard = scorecards.find(
    ({ scorecardRef }) => scorecardRef === form.scorecardRef,
  );
  const preview = usePreviewOf(form);
  const { draft } = useCampaignMutations();
  const asked = toDraft(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked) {
      draft.mutate(asked, {
        onSuccess: ({ id }) => navigate(campaignPath({ id })),
      });
    }
  };
  const field = (
    name: 'title' | 'why' | 'appliesTo' | 'reminders' | 'kind',
  ) => ({
    id: `campaign-${name}`,
    value: form[name],
    onChange: (event: { target: { value: string } }) =>
      change({ [name]: event.target.value }),
    variant: 'outlined' as const,
    size: 'small' as const,
    fullWidth: true,
  });
  const isFilterWrong = readFilter(form.appliesTo) === 'wrong';
  const isDeadlineWrong = !isDeadlineGood(form);
  return (
    <form onSubmit={submit} noValidate className={classes.root}>
      <p style={{ margin: 0 }}>{t('campaigns.form.intro')}</p>
      <TextField
        {...field('title')}
        label={t('campaigns.form.name')}
        required
        inputProps={{ maxLength: 200 }}
      />
      <TextField
        {...field('why')}
        label={t('campaigns.form.why')}
        helperText={t('campaigns.form.whyHelp')}
        required
        multiline
        rows={2}
        inputProps={{ maxLength: 2000 }}
      />
      <div className={classes.row}>
        <FilterSelect
          label={t('campaigns.form.owner')}
          any={t('campaigns.form.choose')}
          value={form.ownerRef}
          options={groups.map(value => ({ value, label: entityName(value) }))}
          onChange={(ownerRef = '') => change({ ownerRef })}
        />
        <FilterSelect
          label={t('campaigns.form.scorecard')}
          any={t('campaigns.form.choose')}
          value={form.scorecardRef}
          options={scorecards.map(({ scorecardRef, title }) => ({
            value: scorecardRef,
            label: title,
          }))}
          onChange={(scorecardRef = '') =>
            change({ scorecardRef, level: '', checks: [] })
          }
        />
      </div>
      {scorecard && (
        <TargetFields scorecard={scorecard} form={form} onChange={change} />
      )}
      <TextField
        {...field('appliesTo')}
        label={t('campaigns.form.appliesTo')}
        helperText={
          isFilterWrong
            ? t('campaigns.form.appliesToWrong')
            : t('campaigns.form.appliesToHelp')
        }
        error={isFilterWrong}
        multiline
        rows={2}
        inputProps={{ spellCheck: false }}
      />
      <div className={classes.row}>
        {(['startsAt', 'deadline'] as const).map(name => (
          <TextField
            key={name}
            id={`campaign-${name}`}
            type="date"
            label={t(`campaigns.form.${name}`)}
            value={form[name]}
            onChange={event => change({ [name]: event.target.value })}
            error={name === 'deadline' && isDeadlineWrong}
            helperText={
              name === 'deadline' && isDeadlineWrong
                ? t('campaigns.form.deadlineWrong')
                : undefined
            }
            InputLabelProps={{ shrink: true }}
            variant="outlined"
            size="small"
            required
          />
        ))}
        <TextField
          {...field('reminders')}
          label={t('campaigns.form.reminders')}
          helperText={t('campaigns.form.remindersHelp')}
        />
        <TextField
          {...field('kind')}
          label={t('campaigns.form.kind')}
          helperText={t('campaigns.form.kindHelp')}
        />
      </div>
      {preview.isAsked && !preview.data && !preview.error && (
        <p role="status">{t('campaigns.form.previewing')}</p>
      )}
      {preview.data && <PreviewSentence preview={preview.data} />}
      {preview.error && <RefusedMove error={preview.error} />}
      {draft.error && <RefusedMove error={draft.error} />}
      <div>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={!asked || draft.isPending}
        >
          {t('campaigns.form.send')}
        </Button>
      </div>
    </form>
  );
}

/** Whom the campaign would meet, looked up when typing pauses. */
function usePreviewOf(form: CampaignForm) {
  const target = readTarget(form);
  const filter = readFilter(form.appliesTo);
  const { scorecardRef } = form;
  const isAsked =
    scorecardRef !== '' && target !== undefined && filter !== 'wrong';
  const asked = isAsked
    ? JSON.stringify({ scorecardRef, target, appliesTo: filter })
    : undefined;
  const [settled, setSettled] = useState(asked);
  useDebounce(() => setSettled(asked), TYPING_PAUSE, [asked]);
  const { data, error } = useCampaignPreview(
    settled === undefined ? undefined : JSON.parse(settled),
  );
  return { isAsked, ...(isAsked && { data, error }) };
}
