import { Journey } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: { ...theme.typography.body1, margin: 0, overflowWrap: 'anywhere' },
    role: { ...theme.typography.body2, color: theme.palette.text.secondary },
    who: { margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'FairleadJourneyPeople' },
);

/** Whom to ask, by what they are to the newcomer; a role that nobody has is told as such. */
export function People(props: { journey: Journey }) {
  const { people, role } = props.journey;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const roles = role === 'self' ? 'role' : 'roleOf';
  return (
    <section>
      <Typography variant="h6" component="h3">
        {t('journey.people.title')}
      </Typography>
      <dl className={classes.list}>
        {people.map((person, index) => (
          // One role can be had by several.
          <div key={index}>
            <dt className={classes.role}>
              {t(`journey.people.${roles}.${person.role}`)}
            </dt>
            <dd className={classes.who}>
              {person.ref ? (
                <EntityName entityRef={person.ref} />
              ) : (
                t('journey.people.nobody')
              )}
              {person.state === 'proposed' && (
                <span className={classes.role}>
                  {' '}
                  ({t('journey.people.proposed')})
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
