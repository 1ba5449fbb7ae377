import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { Figure } from './Figure';
import { SourcePart } from './useOpenPart';

const useStyles = makeStyles(
  { button: { textTransform: 'none', padding: 0, minWidth: 40 } },
  { name: 'FairleadPartFigure' },
);

/** The id of the element that a list of a source opens in. */
export function partId(sourceId: string, part: SourcePart): string {
  return `delivery-${sourceId}-${part}`;
}

/** How many there are of something, with the button that lists them. */
export function PartFigure(props: {
  source: SourceHealth;
  part: SourcePart;
  count: number;
  openPart: SourcePart | undefined;
  onToggle: (part: SourcePart) => void;
}) {
  const { source, part, count } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  const isOpen = props.openPart === part;
  const words = { what: t(`health.${part}.what`), source: source.title };
  return (
    <Figure
      label={t(
        part === 'quarantine'
          ? 'health.figures.quarantined'
          : 'health.figures.unmatched',
      )}
      isQuiet={count === 0}
    >
      {count === 0 && t('health.figures.nothing')}
      {count > 0 && `${formatNumber(count)} `}
      {(count > 0 || isOpen) && (
        <Button
          size="small"
          color="primary"
          className={classes.button}
          aria-expanded={isOpen}
          aria-controls={isOpen ? partId(source.id, part) : undefined}
          aria-label={
            isOpen ? t('health.hideOf', words) : t('health.showOf', words)
          }
          onClick={() => props.onToggle(part)}
        >
          {isOpen ? t('health.hide') : t('health.show')}
        </Button>
      )}
    </Figure>
  );
}
