import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../translation';
import { FactsInUse } from './factsInUse';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(3) },
    list: { margin: 0, paddingLeft: theme.spacing(3) },
  }),
  { name: 'FairleadPushedFacts' },
);

/** The facts that are sent from outside, and by whom. */
export function PushedFacts(props: { pushed: FactsInUse['pushed'] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <section className={classes.root}>
      <Typography variant="h6" component="h3">
        {t('portal.data.pushed.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('portal.data.pushed.text')}
      </Typography>
      <ul className={classes.list}>
        {props.pushed.map(({ id, known }) => (
          <Typography key={id} component="li" variant="body2">
            <bdi>{known?.title ?? id}</bdi>{' '}
            <code>
              <bdi>{id}</bdi>
            </code>
            {': '}
            {known && known.sources.length > 0
              ? t('portal.data.pushed.by', {
                  sources: known.sources.join(', '),
                })
              : t('portal.data.pushed.never')}
          </Typography>
        ))}
      </ul>
    </section>
  );
}
