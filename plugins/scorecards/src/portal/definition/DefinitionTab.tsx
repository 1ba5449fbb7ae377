import {
  createFactDirectory,
  ScorecardDetailsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { useFacts } from '../../api/queries';
import { scorecardsTranslationRef } from '../../translation';
import { CheckExplanation } from './CheckExplanation';
import { ProblemsInCatalog } from './ProblemsInCatalog';
import { RuleSentence } from './RuleSentence';
import { VersionList } from './VersionList';
import { YamlInForce } from './YamlInForce';

const useStyles = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))',
      gap: theme.spacing(4),
    },
    column: { minWidth: 0 },
    section: { marginBottom: theme.spacing(4) },
    checks: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'FairleadDefinitionTab' },
);

/** What a scorecard asks: in words, as YAML, and how it came to be so. */
export function DefinitionTab(props: { scorecard: ScorecardDetailsResponse }) {
  const { scorecard } = props;
  const { spec } = scorecard.definition;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { data } = useFacts();
  const facts = useMemo(() => createFactDirectory(data ?? []), [data]);
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <ProblemsInCatalog problems={scorecard.problems} />
        <section className={classes.section}>
          <Typography variant="h6" component="h3" gutterBottom>
            {t('portal.definition.checks')}
          </Typography>
          <Typography variant="body2" gutterBottom>
            <RuleSentence
              intro={t('portal.definition.appliesTo')}
              rule={spec.appliesTo}
              facts={facts}
            />
          </Typography>
          <ul className={classes.checks}>
            {spec.checks.map(check => (
              <CheckExplanation key={check.id} check={check} facts={facts} />
            ))}
          </ul>
        </section>
      </div>
      <div className={classes.column}>
        <section className={classes.section}>
          <Typography variant="h6" component="h3" gutterBottom>
            {t('portal.definition.yaml')}
          </Typography>
          <YamlInForce definition={scorecard.definition} />
        </section>
        <section className={classes.section}>
          <Typography variant="h6" component="h3" gutterBottom>
            {t('portal.definition.versions')}
          </Typography>
          <VersionList scorecard={scorecard} />
        </section>
      </div>
    </div>
  );
}
