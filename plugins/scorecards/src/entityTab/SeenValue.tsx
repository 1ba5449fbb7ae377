import { Link } from '@backstage/core-components';
import { JsonValue } from '@backstage/types';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useValueFormat } from '../states';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  { value: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' } },
  { name: 'FairleadSeenValue' },
);

/** A value with its unit; a web address is a link, since nobody reads one. */
export function SeenValue(props: {
  value: JsonValue;
  unit: string | undefined;
  /** What the value is of, for the link of an address. */
  name: string | undefined;
  /** What is said of it elsewhere. */
  sentence?: string;
}) {
  const { value, unit, name, sentence } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const format = useValueFormat();
  if (isAddress(value)) {
    return (
      <Link
        to={value}
        title={value}
        aria-label={name && t('entityTab.openLabel', { fact: name })}
      >
        {t('entityTab.open')}
      </Link>
    );
  }
  return <span className={classes.value}>{format(value, unit, sentence)}</span>;
}

/** A path of the portal is none: many values begin with a slash. */
function isAddress(value: JsonValue): value is string {
  return (
    typeof value === 'string' && !value.startsWith('/') && isWebLink(value)
  );
}
