import { Link, MarkdownContent } from '@backstage/core-components';
import {
  CheckDefinition,
  FactDirectory,
  formatDuration,
  parseDuration,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  isWebLink,
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { levelTitle } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { QuestionExplanation } from './QuestionExplanation';
import { RuleSentence } from './RuleSentence';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '& p': { margin: theme.spacing(0.25, 0) },
    },
    fix: { display: 'flex', gap: theme.spacing(1) },
  }),
  { name: 'FairleadCheckExplanation' },
);

/** What one check asks, in words. */
export function CheckExplanation(props: {
  check: CheckDefinition;
  facts: FactDirectory;
}) {
  const { check, facts } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  const format = useTimeFormat();
  return (
    <Typography
      variant="body2"
      component="li"
      id={`check-${check.id}`}
      className={classes.root}
    >
      <Typography variant="subtitle2" component="h4">
        <strong>{check.title}</strong>
      </Typography>
      <Typography variant="caption" color="textSecondary">
        <bdi>{levelTitle(check.level)}</bdi>
        {' · '}
        {t('portal.definition.points', {
          count: check.weight ?? 1,
          points: formatNumber(check.weight ?? 1),
        })}
        {check.from && (
          <>
            {' · '}
            {t('portal.matrix.countsFrom', { date: format.day(check.from) })}
          </>
        )}
      </Typography>
      {check.description && <p>{check.description}</p>}
      {check.question && <QuestionExplanation question={check.question} />}
      {check.rule && (
        <p>
          <RuleSentence
            intro={t('portal.definition.passes')}
            rule={check.rule}
            facts={facts}
          />{' '}
          {check.maxAge &&
            t('portal.definition.maxAge', {
              maxAge: formatDuration(parseDuration(check.maxAge)),
            })}
        </p>
      )}
      {check.appliesTo && (
        <p>
          <RuleSentence
            intro={t('portal.definition.checkAppliesTo')}
            rule={check.appliesTo}
            facts={facts}
          />
        </p>
      )}
      {check.why && (
        <p>
          {t('portal.definition.why')}: {check.why}
        </p>
      )}
      {check.fix && (
        <div className={classes.fix}>
          <span>{t('portal.definition.fix')}:</span>
          <div>
            {check.fix.text && <MarkdownContent content={check.fix.text} />}
            {check.fix.url && isWebLink(check.fix.url) && (
              <Link to={check.fix.url}>{check.fix.url}</Link>
            )}
          </div>
        </div>
      )}
    </Typography>
  );
}
