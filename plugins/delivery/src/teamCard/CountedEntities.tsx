import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { deliveryTranslationRef } from '../translation';

/** Over how much of the catalog a team's numbers go, and as of when. */
export function CountedEntities(props: {
  response: Pick<EntityMeasuresResponse, 'coverage' | 'computedAt'>;
}) {
  const { coverage, computedAt } = props.response;
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <Typography
      variant="caption"
      color="textSecondary"
      component="p"
      style={{ marginTop: 8 }}
    >
      {t('teamCard.counted', {
        count: coverage.entities,
        when: <RelativeTime time={computedAt} />,
      })}
    </Typography>
  );
}
