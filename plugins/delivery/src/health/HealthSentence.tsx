import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { needsAttention } from './sourceOrder';

const useStyles = makeStyles(
  { root: { overflowWrap: 'anywhere' } },
  { name: 'FairleadHealthSentence' },
);

/** Whether all is well with the intake, in one sentence. */
export function HealthSentence(props: { sources: readonly SourceHealth[] }) {
  const { sources } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const on = sources.filter(({ state }) => state !== 'off');
  const off = sources.length - on.length;
  const troubled = sources.filter(needsAttention);
  return (
    <Typography
      variant="h6"
      component="p"
      role="status"
      className={classes.root}
    >
      {verdict()}
      {on.length > 0 && off > 0 && (
        <> {t('health.sentence.off', { count: off })}</>
      )}
    </Typography>
  );

  function verdict() {
    if (on.length === 0) {
      return t('health.sentence.allOff', { count: sources.length });
    }
    if (troubled.length > 0) {
      const titles = troubled.map(({ title }) => title).join(', ');
      return `${t('health.sentence.attention', {
        count: troubled.length,
        titles,
      })}.`;
    }
    return `${t('health.sentence.allWell', { count: on.length })}.`;
  }
}
