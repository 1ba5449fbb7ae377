import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CheckResult,
  createFactDirectory,
  formatAgentBrief,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import useCopyToClipboard from 'react-use/lib/useCopyToClipboard';
import { useFacts } from '../api/queries';
import { isMendedInCatalog, useFix } from '../fixes';
import { scorecardsTranslationRef } from '../translation';
import { describeOwnRule } from './describeOwnRule';
import { readSourceUrl } from './readSourceUrl';
import { useRule } from './useRule';

/** Copies a failing check as a task for an agent. It is loaded when a check is opened, and the rule language with it. */
export default function CopyForAgent(props: {
  check: CheckResult;
  entity: Entity;
  scorecardRef: string;
}) {
  const { check, entity, scorecardRef } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { rule, isPending } = useRule({ scorecardRef, checkId: check.id });
  const facts = useFacts();
  const [copied, copy] = useCopyToClipboard();
  const entityRef = stringifyEntityRef(entity);
  const fix = useFix({
    entityRef,
    scorecardRef,
    checkId: check.id,
    enabled: isMendedInCatalog(check),
  });
  const text = formatAgentBrief({
    entityRef,
    sourceUrl: readSourceUrl(entity),
    scorecardRef,
    check,
    rule:
      rule &&
      describeOwnRule(rule, { facts: createFactDirectory(facts.data ?? []) }),
    edit: fix.data?.lines,
  });
  return (
    <div>
      <Button
        variant="outlined"
        size="small"
        // The task is not whole before the rule is there, and the edit where there is one.
        disabled={isPending || facts.isPending || fix.isLoading}
        onClick={() => copy(text)}
        aria-live="polite"
      >
        {copied.value === text
          ? t('entityTab.forAgent.copied')
          : t('entityTab.forAgent.copy')}
      </Button>
    </div>
  );
}
