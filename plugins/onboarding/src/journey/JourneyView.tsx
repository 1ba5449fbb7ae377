import { Journey } from '@fairlead/backstage-plugin-onboarding-common';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { JourneyHead } from './JourneyHead';
import { JustDone } from './JustDone';
import { Milestones } from './Milestones';
import { Moments } from './Moments';
import { NextTask } from './NextTask';
import { People } from './People';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      alignItems: 'start',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 300px',
        // The column on the right spans both rows. When it is higher than the next task, only the second row grows, so the
        // list of tasks begins right below the next task.
        gridTemplateRows: 'auto 1fr',
        '& > :nth-child(2)': { gridColumn: 2, gridRow: '1 / span 2' },
      },
    },
    part: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  }),
  { name: 'FairleadJourneyView' },
);

/** A journey: the next task first, then the people to ask, then all tasks. */
export function JourneyView(props: {
  journey: Journey;
  /** What else waits for the reader. */
  afterNext?: ReactNode;
}) {
  const { journey, afterNext } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <div className={classes.part}>
        <div>
          <JourneyHead journey={journey} />
          <JustDone journey={journey} />
        </div>
        {journey.state !== 'ended' && <NextTask journey={journey} />}
        {afterNext}
      </div>
      <aside className={classes.part}>
        <People journey={journey} />
        {journey.moments.length > 0 && <Moments journey={journey} />}
      </aside>
      <Milestones journey={journey} />
    </div>
  );
}
