import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../../../translation';
import { Section } from '../Section';
import { UseRow } from './UseRow';

const useStyles = makeStyles(
  { list: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'FairleadUsesOfIncident' },
);

/** The runbooks that were used in an incident, each with what happened in it. */
export function UsesSection(props: { uses: IncidentDetail['uses'] }) {
  const { uses } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <Section title={t('incidents.uses.title')}>
      {uses.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('incidents.uses.none')}
        </Typography>
      ) : (
        <ul className={classes.list}>
          {uses.map(use => (
            <UseRow key={use.id} use={use} />
          ))}
        </ul>
      )}
    </Section>
  );
}
