import { useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';
import { CopyButton } from '../copy';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0, 3),
    },
    field: { flex: '1 1 260px' },
  }),
  { name: 'FairleadPermanentAddress' },
);

/** The address of the runbook of an alert on an entity, which stays the same wherever the runbook is. */
export function PermanentAddress(props: { alert: string; entityRef: string }) {
  const { alert, entityRef } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const address = new URL(
    links.runbookFor({ alert, entity: entityRef }),
    window.location.origin,
  ).href;
  return (
    <section aria-labelledby="runbook-address-title">
      <Typography id="runbook-address-title" variant="subtitle2" component="h3">
        {t('coverage.permanent.title')}
      </Typography>
      <Typography variant="body2">{t('coverage.permanent.text')}</Typography>
      <div className={classes.root}>
        <TextField
          id="runbook-address"
          label={t('coverage.permanent.label')}
          value={`runbook_url: ${JSON.stringify(address)}`}
          size="small"
          variant="outlined"
          className={classes.field}
          inputProps={{ readOnly: true, dir: 'ltr' }}
          onFocus={event => event.target.select()}
        />
        <CopyButton
          text={address}
          label={t('coverage.permanent.title')}
          variant="outlined"
        />
      </div>
    </section>
  );
}
