import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../translation';
import { PullRequest, ScmError } from './scm';

/** What came of asking for a pull request: a link to it, or what to do instead. */
export function PullRequestState(props: {
  pullRequest: PullRequest | undefined;
  error: Error | null;
  branch: string;
}) {
  const { pullRequest, error, branch } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <div role="status">
      {pullRequest && (
        <Typography variant="body2">
          <Link to={pullRequest.url}>
            {t(
              pullRequest.isNew
                ? 'fixes.pullRequest.isNew'
                : 'fixes.pullRequest.wasOpen',
              { name: pullRequest.name },
            )}
          </Link>
        </Typography>
      )}
      {error && (
        <Typography variant="body2" color="error">
          {sayingError(error)}
        </Typography>
      )}
    </div>
  );

  function sayingError({ message }: Error) {
    const reason = error instanceof ScmError ? error.reason : 'failed';
    switch (reason) {
      case 'branch':
        return t('fixes.errors.branch', { branch });
      case 'failed':
        return t('fixes.errors.failed', { message });
      default:
        return t(`fixes.errors.${reason}`);
    }
  }
}
