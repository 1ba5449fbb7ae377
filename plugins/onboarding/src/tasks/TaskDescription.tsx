import { Link } from '@backstage/core-components';
import { JourneyTask } from '@fairlead/backstage-plugin-onboarding-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { onboardingTranslationRef } from '../translation';
import { Prose } from './Prose';

const useStyles = makeStyles(
  theme => ({
    links: {
      ...theme.typography.body1,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(1, 0),
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadTaskDescription' },
);

/** What a task is about, and where to go on reading. */
export function TaskDescription(props: {
  task: Pick<JourneyTask, 'description' | 'docs' | 'links'>;
}) {
  const { description, docs, links } = props.task;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const all = [
    ...(docs ? [{ url: docs, title: t('tasks.docs') }] : []),
    ...links.filter(({ url }) => url !== docs),
  ].filter(({ url }) => isWebLink(url));
  return (
    <>
      {description && <Prose text={description} />}
      {all.length > 0 && (
        <ul className={classes.links} aria-label={t('tasks.links')}>
          {all.map(({ url, title }) => (
            <li key={url}>
              <Link to={url}>
                <bdi>{title ?? url}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
