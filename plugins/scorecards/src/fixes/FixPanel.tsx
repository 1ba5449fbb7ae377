import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { LinkButton, Progress } from '@backstage/core-components';
import {
  CheckFixResponse,
  CheckResult,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import useCopyToClipboard from 'react-use/lib/useCopyToClipboard';
import { ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { EditedFile } from './EditedFile';
import { FixFields } from './FixFields';
import { LevelMoves } from './LevelMoves';
import { PullRequestState } from './PullRequestState';
import { useFilledFix } from './useFilledFix';
import { useFix } from './useFix';
import { useFixPullRequest } from './useFixPullRequest';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
    },
  }),
  { name: 'FairleadFixPanel' },
);

interface FixPanelProps {
  check: CheckResult;
  entity: Entity;
  scorecardRef: string;
}

/** The edit that mends a check, and the ways to make it. A file of its own, since it brings the rule engine along. */
export default function FixPanel(props: FixPanelProps) {
  const { check, entity, scorecardRef } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { data, error, refetch } = useFix({
    entityRef: stringifyEntityRef(entity),
    scorecardRef,
    checkId: check.id,
  });
  if (error) {
    return <ErrorPanel error={error} onRetry={refetch} />;
  }
  if (!data) {
    return <Progress />;
  }
  return data.kind === 'edit' ? (
    <Edit {...props} fix={data} onChanged={refetch} />
  ) : (
    <p>{t('fixes.notInFile')}</p>
  );
}

function Edit(
  props: FixPanelProps & { fix: CheckFixResponse; onChanged: () => void },
) {
  const { check, entity, fix } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const filled = useFilledFix(fix, entityRef);
  const [copied, copy] = useCopyToClipboard();
  const { host, open, branch, pullRequest, error, isPending } =
    useFixPullRequest({ ...props, after: filled.after });
  const { placeholders = [], editUrl } = fix;
  const text = filled.after ?? filled.lines;
  return (
    <div role="group" aria-label={t('fixes.region', { title: check.title })}>
      <LevelMoves
        fix={fix}
        entityRef={entityRef}
        entityName={entity.metadata.title ?? entity.metadata.name}
      />
      {placeholders.length > 0 && (
        <FixFields placeholders={placeholders} filled={filled} />
      )}
      <EditedFile fix={fix} filled={filled} />
      <div className={classes.actions}>
        {host && open && (
          <Button
            size="small"
            color="primary"
            variant="contained"
            disabled={!filled.isFilled || isPending || Boolean(pullRequest)}
            onClick={open}
          >
            {t(
              isPending
                ? 'fixes.pullRequest.opening'
                : 'fixes.pullRequest.open',
            )}
          </Button>
        )}
        {text && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => copy(text)}
            aria-live="polite"
          >
            {t(copied.value === text ? 'fixes.copied' : 'fixes.copy')}
          </Button>
        )}
        {editUrl && isWebLink(editUrl) && (
          <LinkButton to={editUrl} variant="outlined" size="small">
            {t('fixes.edit')}
          </LinkButton>
        )}
      </div>
      {host && open && (
        <p>
          {filled.isFilled
            ? t('fixes.pullRequest.where', { host: host.title })
            : t('fixes.fillFirst')}
        </p>
      )}
      <PullRequestState
        pullRequest={pullRequest}
        error={error}
        branch={branch}
      />
    </div>
  );
}
