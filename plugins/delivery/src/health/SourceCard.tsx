import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Backfill } from './backfill';
import { partId } from './PartFigure';
import { QuarantineList } from './quarantine';
import { SourceFigures } from './SourceFigures';
import { needsAttention } from './sourceOrder';
import { SourceStateLabel } from './SourceStateLabel';
import { UnmatchedList } from './unmatched';
import { useOpenPart } from './useOpenPart';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
    remedy: {
      ...theme.typography.body2,
      margin: theme.spacing(1, 0, 0),
      maxWidth: '80ch',
    },
    part: {
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'FairleadSourceCard' },
);

/** How the intake of one source is doing, and what to do about it. */
export function SourceCard(props: { source: SourceHealth }) {
  const { source } = props;
  const classes = useStyles();
  const { open, toggle } = useOpenPart(source.id);
  const hasHistory = source.state !== 'off' || source.lastEventAt !== undefined;
  return (
    <Paper component="li" className={classes.root}>
      <div className={classes.heading}>
        <Typography variant="h6" component="h2">
          {source.title}
        </Typography>
        <SourceStateLabel
          state={source.state}
          isTroubled={needsAttention(source)}
        />
      </div>
      {source.remedy && <p className={classes.remedy}>{source.remedy}</p>}
      {hasHistory && (
        <SourceFigures source={source} openPart={open} onToggle={toggle} />
      )}
      {source.canPull && <Backfill source={source} />}
      {open && (
        <div id={partId(source.id, open)} className={classes.part}>
          {open === 'quarantine' ? (
            <QuarantineList source={source} />
          ) : (
            <UnmatchedList source={source} />
          )}
        </div>
      )}
    </Paper>
  );
}
