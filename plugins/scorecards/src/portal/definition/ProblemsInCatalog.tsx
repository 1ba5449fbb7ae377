import { DefinitionProblem } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(4) },
    list: { margin: 0, paddingLeft: theme.spacing(3) },
    path: { overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadProblemsInCatalog' },
);

/** What keeps the newest definition from being in force; nothing when it is. */
export function ProblemsInCatalog(props: {
  problems: readonly DefinitionProblem[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (props.problems.length === 0) {
    return null;
  }
  return (
    <section className={classes.root}>
      <Typography variant="h6" component="h3" gutterBottom>
        {t('portal.definition.problems')}
      </Typography>
      <ul className={classes.list}>
        {props.problems.map(problem => (
          <Typography
            key={`${problem.path} ${problem.message}`}
            component="li"
            variant="body2"
          >
            {problem.path && (
              <code className={classes.path}>
                <bdi>{problem.path}</bdi>
              </code>
            )}{' '}
            {problem.message}
          </Typography>
        ))}
      </ul>
    </section>
  );
}
