import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { EntityOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityOnboarding } from '../api/queries';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

const PARTS = ['read', 'run', 'firstTry'] as const;

const useStyles = makeStyles(
  theme => ({
    root: { overflowWrap: 'anywhere' },
    list: {
      ...theme.typography.body2,
      margin: theme.spacing(0, 0, 1.5),
      paddingInlineStart: theme.spacing(2.5),
    },
  }),
  { name: 'FairleadNewHere' },
);

/**
 * What to read, run and try first, and whom to ask: for those who are on a journey in the team that owns the entity. For
 * everybody else there is no card, not even while it is found out.
 *
 * @public
 */
export const EntityNewHereCard = () => {
  const { entity } = useEntity();
  const { data } = useEntityOnboarding(stringifyEntityRef(entity));
  return data?.isNewHere ? <Card answer={data} /> : null;
};

function Card(props: { answer: EntityOnboarding }) {
  const { answer } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const parts = PARTS.map(part => ({
    part,
    links: answer[part].filter(({ url }) => isWebLink(url)),
  })).filter(({ links }) => links.length > 0);
  return (
    <EntityInfoCard title={t('newHere.title')} className={classes.root}>
      {parts.length === 0 && (
        <Typography variant="body2" gutterBottom>
          {t('newHere.nothing')}
        </Typography>
      )}
      {parts.map(({ part, links }) => (
        <div key={part}>
          <Typography variant="subtitle2" component="h3">
            {t(`newHere.${part}`)}
          </Typography>
          <ul className={classes.list}>
            {links.map(({ url, title }) => (
              <li key={url}>
                <Link to={url}>
                  <bdi>{title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {answer.ask.length > 0 && (
        <>
          <Typography variant="subtitle2" component="h3">
            {t('newHere.ask')}
          </Typography>
          <ul className={classes.list}>
            {answer.ask.map(({ role, ref }) => (
              <li key={`${role} ${ref}`}>
                <EntityName entityRef={ref} />, {t(`newHere.${role}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </EntityInfoCard>
  );
}
