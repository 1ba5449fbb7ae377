import { ResponseError } from '@backstage/errors';
import Typography from '@material-ui/core/Typography';

/** Why the backend refused something, in its own words: they say what to do instead. */
export function RefusedMove(props: { error: Error }) {
  const { error } = props;
  const body = error instanceof ResponseError ? error.body : undefined;
  return (
    <Typography
      variant="body2"
      color="error"
      role="alert"
      style={{ flexBasis: '100%', overflowWrap: 'anywhere' }}
    >
      {body?.error.message ?? error.message}
    </Typography>
  );
}
