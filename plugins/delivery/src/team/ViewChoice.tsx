import { OwnershipView } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ChoiceButtons } from '../choice';
import { deliveryTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
    explanation: { maxWidth: '60ch' },
  }),
  { name: 'FairleadViewChoice' },
);

/** Whose numbers a team's are: of what it owned when it happened, or of what it owns today. */
export function ViewChoice(props: {
  view: OwnershipView;
  onChange: (view: OwnershipView) => void;
}) {
  const { view, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <div className={classes.root}>
      <ChoiceButtons
        label={t('team.view.label')}
        value={view}
        onChange={onChange}
        options={[
          { value: 'then', label: t('team.view.then') },
          { value: 'now', label: t('team.view.now') },
        ]}
      />
      <Typography variant="body2" className={classes.explanation}>
        {t(`team.view.explanation.${view}`)}
      </Typography>
    </div>
  );
}
