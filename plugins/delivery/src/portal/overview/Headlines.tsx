import {
  HEADLINE_MEASURES,
  MeasureId,
  MeasureView,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../../translation';
import { Headline } from './Headline';

/** The numbers at the head of the page, five and no more. */
const SHOWN: readonly MeasureId[] = [...HEADLINE_MEASURES, 'ci.feedback'];

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
      gap: theme.spacing(2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
  }),
  { name: 'FairleadHeadlines' },
);

/** The numbers of the whole organisation, each leading to its spread over the teams. */
export function Headlines(props: {
  measures: readonly MeasureView[];
  chosen: MeasureId;
  onChoose: (measure: MeasureId) => void;
}) {
  const { measures, chosen, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const shown = SHOWN.flatMap(
    id => measures.find(measure => measure.id === id) ?? [],
  );
  return (
    <ul className={classes.root} aria-label={t('portal.headlines.label')}>
      {shown.map(measure => (
        <Headline
          key={measure.id}
          measure={measure}
          isChosen={measure.id === chosen}
          onChoose={() => onChoose(measure.id)}
        />
      ))}
    </ul>
  );
}
