import {
  EntityMeasuresResponse,
  HEADLINE_MEASURES,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityDeliveryLink } from '../links';
import { MeasureTile, TileGrid } from '../measureTile';
import { WaitSentenceText } from '../states';
import { deliveryTranslationRef } from '../translation';
import { WaitBar } from '../waits';

const useStyles = makeStyles(
  theme => ({
    sentence: {
      ...theme.typography.body1,
      fontWeight: 600,
      margin: theme.spacing(0, 0, 1),
      overflowWrap: 'anywhere',
    },
    quiet: {
      ...theme.typography.body2,
      color: theme.palette.text.secondary,
      margin: 0,
    },
  }),
  { name: 'FairleadDeliveryCardBody' },
);

/** The sentence, the bar, the four numbers. */
export function CardBody(props: { response: EntityMeasuresResponse }) {
  const { coverage, entityRef, measures, sentence, waits } = props.response;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const linkTo = useEntityDeliveryLink();
  const headlines = HEADLINE_MEASURES.flatMap(
    id => measures.find(measure => measure.id === id) ?? [],
  );
  return (
    <>
      {sentence ? (
        <>
          <p className={classes.sentence}>
            <WaitSentenceText
              sentence={sentence}
              withRepository={coverage.entities > 1}
            />
          </p>
          <WaitBar waits={waits} />
        </>
      ) : (
        <p className={classes.quiet}>{t('entityCard.noSentence')}</p>
      )}
      <Box mt={2}>
        <TileGrid label={t('entityCard.numbers')}>
          {headlines.map(measure => (
            <MeasureTile
              key={measure.id}
              measure={measure}
              to={linkTo(entityRef, measure.id)}
            />
          ))}
        </TileGrid>
      </Box>
    </>
  );
}
