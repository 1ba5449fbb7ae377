import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Chip from '@material-ui/core/Chip';
import { deliveryTranslationRef } from '../translation';

/** The band of a measure, where the portal has chosen an edition. It has no colour: it is DORA's word, not a verdict. */
export function BandLabel(props: { band: MeasureView['band'] }) {
  const { band } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  return band ? (
    <Chip
      size="small"
      variant="outlined"
      style={{ margin: 0 }}
      label={t(`measureTile.band.${band.name}`, { edition: band.edition })}
    />
  ) : null;
}
