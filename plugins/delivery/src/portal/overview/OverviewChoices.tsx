import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { ChoiceButtons } from '../../choice';
import { ViewChoice } from '../../team';
import { deliveryTranslationRef } from '../../translation';
import { PortalChoices, WINDOW_DAYS } from '../usePortalChoices';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 3),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'FairleadOverviewChoices' },
);

/** Over which time, and whose numbers. */
export function OverviewChoices(props: {
  choices: PortalChoices;
  onChoose: (change: Partial<PortalChoices>) => void;
}) {
  const { choices, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <div className={classes.root}>
      <ChoiceButtons
        label={t('portal.window.label')}
        value={choices.days}
        options={WINDOW_DAYS.map(days => ({
          value: days,
          label:
            days === 365
              ? t('portal.window.year')
              : t('portal.window.days', { days: String(days) }),
        }))}
        onChange={days => onChoose({ days })}
      />
      <ViewChoice view={choices.view} onChange={view => onChoose({ view })} />
    </div>
  );
}
