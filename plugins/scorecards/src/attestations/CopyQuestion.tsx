import {
  CheckResult,
  formatAgentBrief,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { scorecardsTranslationRef } from '../translation';

/** Hands a question to an agent, to gather what an answer rests on; the answer is for people. */
export function CopyQuestion(props: {
  check: CheckResult;
  entityRef: string;
  scorecardRef: string;
  sourceUrl?: string;
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [copied, copy] = useCopyToClipboard();
  const text = formatAgentBrief(props);
  return (
    <Button size="small" onClick={() => copy(text)} aria-live="polite">
      {copied.value === text
        ? t('attestations.prepared')
        : t('attestations.prepare')}
    </Button>
  );
}
