import { MeasureUnit } from '@fairlead/backstage-plugin-delivery-common';
import { makeStyles } from '@material-ui/core/styles';
import { useMeasureFormat } from '../../states';
import { StripScale } from './stripScale';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      height: 20,
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 'normal',
      color: theme.palette.text.secondary,
    },
    tick: {
      position: 'absolute',
      bottom: 0,
      whiteSpace: 'nowrap',
      transform: 'translateX(-50%)',
      '&:first-child': { transform: 'none' },
    },
    last: { transform: 'translateX(-100%)' },
  }),
  { name: 'FairleadStripAxis' },
);

/** The values along the axis that all strips share. */
export function StripAxis(props: { scale: StripScale; unit: MeasureUnit }) {
  const { scale, unit } = props;
  const classes = useStyles();
  const format = useMeasureFormat();
  return (
    <div className={classes.root}>
      {scale.ticks.map(tick => {
        const position = scale.position(tick);
        return (
          <span
            key={tick}
            className={
              position > 0.95 ? `${classes.tick} ${classes.last}` : classes.tick
            }
            style={{ left: `${100 * position}%` }}
          >
            {format(tick, unit)}
          </span>
        );
      })}
    </div>
  );
}
