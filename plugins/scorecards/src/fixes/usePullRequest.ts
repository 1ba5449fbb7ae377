import { useMutation } from '@tanstack/react-query';
import { useScorecardsApi } from '../api/useScorecardsQuery';
import { FileChange, ScmError, useScm } from './scm';

/** Opens a pull request with the reader's own login. Undefined where that cannot be. */
export function usePullRequest(options: {
  file: string | undefined;
  /** Called where the file is not what it was when the change was made. */
  onChanged: () => void;
}) {
  const { file, onChanged } = options;
  const { queryClient } = useScorecardsApi();
  const scm = useScm();
  const host = file === undefined ? undefined : scm?.findHost(file);
  const { mutate, data, error, isPending } = useMutation(
    {
      mutationFn: (change: FileChange) => scm!.openPullRequest(change),
      onError: problem => {
        if (problem instanceof ScmError && problem.reason === 'changed') {
          onChanged();
        }
      },
    },
    queryClient,
  );
  return { host, open: mutate, pullRequest: data, error, isPending };
}
