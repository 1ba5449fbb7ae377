import { makeStyles } from '@material-ui/core/styles';
import {
  RollupBy,
  RollupGroup,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { RollupBar } from './RollupBar';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      margin: 0,
      padding: 0,
      listStyle: 'none',
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'FairleadRollupBars' },
);

/** One bar for each group. */
export function RollupBars(props: {
  scorecard: ScorecardSummary;
  by: RollupBy;
  groups: readonly RollupGroup[];
}) {
  const classes = useStyles();
  const largest = Math.max(1, ...props.groups.map(group => group.entities));
  return (
    <ul className={classes.list}>
      {props.groups.map(group => (
        <RollupBar
          key={group.key ?? ''}
          scorecard={props.scorecard}
          by={props.by}
          group={group}
          largest={largest}
        />
      ))}
    </ul>
  );
}
