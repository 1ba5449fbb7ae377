import { IncidentPage } from '@fairlead/backstage-plugin-runbooks-common';
import { useLocale, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    sentence: { ...theme.typography.h6, margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'FairleadIncidentsSentence' },
);

/** How many incidents there were, how many of them last, and from how many of them something was learned. */
export function IncidentsSentence(props: { page: IncidentPage; days: number }) {
  const { page, days } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const locale = useLocale();
  if (page.totalItems === 0) {
    return null;
  }
  const open = page.medians.find(({ stage }) => stage === 'recovery')?.open;
  const { asked, closed } = page.learning;
  const parts = [
    t('incidents.list.sentence', { count: page.totalItems, days }),
    ...(open ? [t('incidents.list.open', { count: open })] : []),
    asked > 0
      ? t('incidents.list.learned', { count: asked, closed })
      : t('incidents.list.notDue'),
  ];
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return <p className={classes.sentence}>{list.format(parts)}</p>;
}
