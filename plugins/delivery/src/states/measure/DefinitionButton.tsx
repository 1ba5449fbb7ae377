import { Link } from '@backstage/core-components';
import {
  definitionOf,
  MeasureId,
} from '@fairlead/backstage-plugin-delivery-common';
import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { deliveryTranslationRef } from '../../translation';
import { useMeasureTitle } from './useMeasureTitle';

/** The definition of a measure behind an ⓘ. */
export function DefinitionButton(props: {
  measure: { id: MeasureId; definition: string };
}) {
  const { id, definition } = props.measure;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const title = useMeasureTitle()(id);
  const { source } = definitionOf(id);
  return (
    <InfoButton
      label={t('states.definition.open', { measure: title })}
      title={title}
    >
      <Typography variant="body2" gutterBottom>
        {definition}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('states.definition.by', {
          source: source.url ? (
            <Link to={source.url}>{source.title}</Link>
          ) : (
            source.title
          ),
        })}
      </Typography>
    </InfoButton>
  );
}
