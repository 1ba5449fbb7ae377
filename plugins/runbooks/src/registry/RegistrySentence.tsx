import {
  HealthPart,
  HealthState,
  RunbookPage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';
import { countTroubles, Trouble } from './countTroubles';

const useStyles = makeStyles(
  theme => ({
    sentence: { ...theme.typography.h6, margin: 0 },
    list: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      margin: theme.spacing(0.5, 0, 1),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadRegistrySentence' },
);

/** How many runbooks would fail somebody tonight, and the ways to those of each kind. */
export function RegistrySentence(props: {
  page: RunbookPage;
  onChoose: (change: { part: HealthPart; state: HealthState }) => void;
}) {
  const { page, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const { all, wrong } = countTroubles(page);
  if (all === 0) {
    return null;
  }
  return (
    <>
      <p className={classes.sentence}>
        {sentence()}{' '}
        <InfoButton
          label={t('registry.definition.open')}
          title={t('registry.definition.title')}
        >
          <Typography variant="body2">
            {t('registry.definition.text')}
          </Typography>
        </InfoButton>
      </p>
      {wrong.length > 0 && (
        <ul className={classes.list} aria-label={t('registry.troubles')}>
          {wrong.map(trouble => (
            <li key={`${trouble.part} ${trouble.state}`}>
              <Link
                component="button"
                variant="body2"
                onClick={() =>
                  onChoose({ part: trouble.part, state: trouble.state })
                }
              >
                {wordOf(trouble)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );

  function sentence() {
    const { failing } = page;
    if (failing === undefined) {
      return t('registry.counted', { count: all });
    }
    if (failing > 0) {
      return t('registry.failing', { failing, count: all });
    }
    return t('registry.noneFailing', { count: all });
  }

  function wordOf({ part, state, count }: Trouble) {
    return state === 'unverifiable'
      ? t('registry.trouble.hidden', { count })
      : t(`registry.trouble.${part}`, { count });
  }
}
