import { Progress } from '@backstage/core-components';
import { LevelCounts } from '@fairlead/backstage-plugin-scorecards-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import { useScorecardsApi } from '../../../api/useScorecardsQuery';
import { ComparedLines, compareLines } from '../../../diff';
import { PullRequestState } from '../../../fixes/PullRequestState';
import { pullRequestBody } from '../../../fixes/pullRequestBody';
import { useScm } from '../../../fixes/scm';
import { usePullRequest } from '../../../fixes/usePullRequest';
import { scorecardsTranslationRef } from '../../../translation';
import { MergedFile, mergeIntoFile } from './mergeIntoFile';
import { proposalBranch } from './proposalBranch';

/** A definition as it was changed, and where it comes from. */
export interface ProposedDefinition {
  scorecardRef: string;
  title: string;
  /** The file that the scorecard comes from. */
  file: string;
  /** The version in force. */
  live: string;
  text: string;
  /** How many entities stand at each level, as far as that is known. */
  totals: { before: LevelCounts | null; after: LevelCounts } | undefined;
}

/** Shows what would change in the file of a scorecard, and proposes it for review. */
export function ProposalDialog(props: {
  proposed: ProposedDefinition;
  onClose: () => void;
}) {
  const { proposed, onClose } = props;
  const { scorecardRef, title, file, live, text, totals } = proposed;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const titleId = useId();
  const scm = useScm();
  const { queryClient } = useScorecardsApi();
  const read = useQuery(
    {
      queryKey: ['file', file],
      queryFn: () => scm!.readFile(file),
      // Asked for by a person who looks at it: neither kept for the next one, nor asked for twice.
      gcTime: 0,
      staleTime: Infinity,
      retry: false,
    },
    queryClient,
  );
  const merged = useMemo(
    () =>
      read.data === undefined
        ? undefined
        : mergeIntoFile(read.data, { scorecardRef, live, text }),
    [read.data, scorecardRef, live, text],
  );
  const { open, pullRequest, error, isPending } = usePullRequest({
    file,
    onChanged: read.refetch,
  });
  const branch = proposalBranch(scorecardRef, text);
  const change =
    typeof merged === 'object' && merged.after !== merged.before
      ? merged
      : undefined;
  return (
    <FormDialog
      titleId={titleId}
      title={t('playground.proposal.title')}
      cancel={t('playground.proposal.cancel')}
      send={t(
        isPending ? 'fixes.pullRequest.opening' : 'playground.proposal.send',
      )}
      isDisabled={!change || isPending || Boolean(pullRequest)}
      onClose={onClose}
      onSend={() => change && propose(change)}
    >
      {content()}
      <PullRequestState
        pullRequest={pullRequest}
        error={error ?? read.error}
        branch={branch}
      />
    </FormDialog>
  );

  function content() {
    if (!merged) {
      return (
        read.isFetching && (
          <>
            <Typography variant="body2">
              {t('playground.proposal.reading')}
            </Typography>
            <Progress />
          </>
        )
      );
    }
    if (typeof merged === 'string') {
      return (
        <Typography variant="body2">
          {t('playground.proposal.noDocument')}
        </Typography>
      );
    }
    return <MergedDocument merged={merged} />;
  }

  function propose({ before, after }: MergedFile) {
    const levels = Object.keys(totals?.after ?? {}).map(level =>
      t('playground.proposal.level', {
        level,
        before: String(totals?.before?.[level] ?? 0),
        after: String(totals?.after[level] ?? 0),
      }),
    );
    open({
      file,
      before,
      after,
      branch,
      title: t('playground.proposal.pullRequest', { title }),
      body: pullRequestBody({
        check: { reason: '' },
        levels,
        words: {
          check: scorecardRef,
          why: t('fixes.pullRequest.why'),
          found: t('fixes.pullRequest.found'),
          reaches: t('playground.proposal.effect'),
          proposed: t('playground.proposal.body'),
        },
      }),
    });
  }
}

function MergedDocument(props: { merged: MergedFile }) {
  const { before, after, line, losesComments } = props.merged;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const stretches = useMemo(
    () => compareLines({ before, after }),
    [before, after],
  );
  if (stretches.length === 0) {
    return (
      <Typography variant="body2">{t('playground.proposal.same')}</Typography>
    );
  }
  return (
    <>
      {losesComments && (
        <Typography variant="body2" gutterBottom>
          {t('playground.proposal.losesComments')}
        </Typography>
      )}
      <ComparedLines
        label={t('playground.proposal.diff')}
        stretches={stretches}
        from={line}
      />
    </>
  );
}
