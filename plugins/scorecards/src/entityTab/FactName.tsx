import { KnownFact } from '@fairlead/backstage-plugin-scorecards-common';
import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  { name: { fontSize: '0.85em' } },
  { name: 'FairleadFactName' },
);

/** A fact by its title, with what it is behind an ⓘ; what has no title, as a field of the catalog file, by its name. */
export function FactName(props: {
  /** The id of a fact, or a path in the entity. */
  name: string;
  known: KnownFact | undefined;
}) {
  const { name, known } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const code = (
    <code className={classes.name}>
      <bdi>{name}</bdi>
    </code>
  );
  return known?.title ? (
    <span>
      {known.title}{' '}
      <InfoButton
        label={t('entityTab.factId', { fact: known.title })}
        title={known.title}
      >
        {known.description && (
          <Typography variant="body2" gutterBottom>
            {known.description}
          </Typography>
        )}
        {code}
      </InfoButton>
    </span>
  ) : (
    code
  );
}
