import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import Typography from '@material-ui/core/Typography';
import { useMeasureNotes } from './useMeasureNotes';

/** What a number is made of, on one line that wraps. */
export function MeasureNotes(props: {
  measure: MeasureView;
  withSpread?: boolean;
}) {
  const { measure, withSpread } = props;
  const notes = useMeasureNotes();
  return (
    <Typography variant="caption" color="textSecondary" component="div">
      {notes(measure, { withSpread }).join(' · ')}
    </Typography>
  );
}
