import {
  configApiRef,
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'fixed',
      insetBlockEnd: theme.spacing(2),
      insetInlineEnd: theme.spacing(2),
      zIndex: theme.zIndex.snackbar,
      maxWidth: 360,
      padding: theme.spacing(2),
      display: 'grid',
      gap: theme.spacing(1),
      // Above the bar of the portal on a phone, and not in front of the next task.
      [theme.breakpoints.down('xs')]: {
        insetInline: theme.spacing(1),
        insetBlockEnd: 64,
        maxWidth: 'none',
        padding: theme.spacing(1),
      },
    },
  }),
  { name: 'DemoFirstChange' },
);

type State = 'none' | 'open' | 'merging' | 'merged' | 'failed';

const TEXTS = {
  open: 'Your change is approved. Merge it, as you would at GitHub, and see your task verified.',
  merging: 'Merging …',
  merged: 'GitHub has told of it. Your tasks follow by themselves in a moment.',
  failed: 'It could not be merged. Try again.',
};

/** On the page of one's journey, in the demo: the button that lets GitHub tell of the reader's first merged change. */
export function FirstChange() {
  const config = useApi(configApiRef);
  const { pathname } = useLocation();
  return config.getOptionalBoolean('demo.enabled') &&
    pathname === '/onboarding' ? (
    <Change />
  ) : null;
}

function Change() {
  const classes = useStyles();
  const { state, merge } = useFirstChange();
  if (state === 'none') {
    return null;
  }
  return (
    <Paper
      component="section"
      aria-label="Only in the demo"
      elevation={6}
      className={classes.root}
    >
      <Typography variant="body2" role="status">
        {TEXTS[state]}
      </Typography>
      {state !== 'merged' && (
        <Button
          variant="contained"
          color="primary"
          disabled={state === 'merging'}
          onClick={merge}
        >
          Merge my first change
        </Button>
      )}
    </Paper>
  );
}

function useFirstChange(): { state: State; merge: () => void } {
  const discovery = useApi(discoveryApiRef);
  const { fetch } = useApi(fetchApiRef);
  const [state, setState] = useState<State>('none');

  useEffect(() => {
    let isShown = true;
    const read = async () => {
      const url = await discovery.getBaseUrl('demo');
      const response = await fetch(`${url}/first-change`);
      const answer = response.ok ? await response.json() : { state: 'none' };
      if (isShown) {
        // Merged before, there is nothing more to say.
        setState(answer.state === 'open' ? 'open' : 'none');
      }
    };
    read().catch(() => setState('none'));
    return () => {
      isShown = false;
    };
  }, [discovery, fetch]);

  const merge = async () => {
    setState('merging');
    try {
      const url = await discovery.getBaseUrl('demo');
      const response = await fetch(`${url}/first-change/merge`, {
        method: 'POST',
      });
      setState(response.ok ? 'merged' : 'failed');
    } catch {
      setState('failed');
    }
  };
  return { state, merge };
}
