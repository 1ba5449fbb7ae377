import {
  CheckDefinition,
  ComparedCheck,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stringify } from 'yaml';
import { scorecardsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(1.5, 0),
      paddingTop: theme.spacing(1),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    sides: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: theme.spacing(2),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    text: {
      margin: 0,
      fontSize: 13,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadCheckSides' },
);

/** A check as it was and as it is, side by side; one below the other where there is no room. */
export function CheckSides(props: { check: ComparedCheck }) {
  const { id, change, before, after } = props.check;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <article className={classes.root}>
      <Typography variant="subtitle2" component="h4">
        <bdi>{(after ?? before)?.title ?? id}</bdi>
        {': '}
        {t(`versions.${change}`)}
      </Typography>
      <div className={classes.sides}>
        <Side title={t('versions.before')} check={before} />
        <Side title={t('versions.after')} check={after} />
      </div>
    </article>
  );
}

function Side(props: { title: string; check: CheckDefinition | undefined }) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <div>
      <Typography variant="caption" color="textSecondary">
        {props.title}
      </Typography>
      {props.check ? (
        <pre className={classes.text}>
          {stringify(props.check, { lineWidth: 80 })}
        </pre>
      ) : (
        <Typography variant="body2">{t('versions.absent')}</Typography>
      )}
    </div>
  );
}
