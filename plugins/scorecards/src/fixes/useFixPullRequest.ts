import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CheckFixResponse,
  CheckResult,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';
import { branchName } from './branchName';
import { useMoveWords } from './LevelMoves';
import { pullRequestBody } from './pullRequestBody';
import { usePullRequest } from './usePullRequest';

/** The pull request of a fix; nothing to `open` where the file is not known, or its host opens none. */
export function useFixPullRequest(options: {
  check: CheckResult;
  entity: Entity;
  scorecardRef: string;
  fix: CheckFixResponse;
  /** The document as it would be. */
  after: string | undefined;
  onChanged: () => void;
}) {
  const { check, entity, scorecardRef, fix, after, onChanged } = options;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const words = useMoveWords(entityRef);
  const { file, before } = fix;
  const { open, ...state } = usePullRequest({ file, onChanged });
  const branch = branchName({ entityRef, scorecardRef, checkId: check.id });
  const openFix = () => {
    if (file === undefined || before === undefined || after === undefined) {
      return;
    }
    open({
      file,
      before,
      after,
      branch,
      title: t('fixes.pullRequest.title', {
        check: check.title,
        entity: entity.metadata.name,
      }),
      body: pullRequestBody({
        check,
        levels: fix.gains.map(words),
        words: {
          check: t('fixes.pullRequest.check', {
            check: check.title,
            scorecard: scorecardRef,
            entity: entityRef,
          }),
          why: t('fixes.pullRequest.why'),
          found: t('fixes.pullRequest.found'),
          reaches: t('fixes.pullRequest.reaches'),
          proposed: t('fixes.pullRequest.proposed'),
        },
      }),
    });
  };
  return {
    ...state,
    branch,
    open: after === undefined ? undefined : openFix,
  };
}
