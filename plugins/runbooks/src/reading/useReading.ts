import {
  fillPlaceholders,
  readRunbookOutline,
  RunbookDetail,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useMemo } from 'react';
import { useFiring } from '../api/queries';
import { useUse } from '../uses';
import { firingHere } from './firingHere';
import { cutText, wantedSections } from './text';
import { useOccasion } from './useOccasion';

const NO_LABELS: Record<string, string> = {};

/** Brings together what a reader has before them: the text with labels filled in, what fires, and the use under way. */
export function useReading(runbook: RunbookDetail) {
  const occasion = useOccasion();
  const firingQuery = useFiring();
  const { data: use } = useUse(occasion.use);
  const firing = useMemo(
    () => firingHere(firingQuery.data?.items ?? [], runbook, occasion),
    [firingQuery.data, runbook, occasion],
  );
  // What the use was started with holds, also when the alert is over.
  const labels = use?.labels ?? firing.subject?.labels ?? NO_LABELS;
  const { problems, text } = runbook;
  const stepIds = useMemo(
    () =>
      new Map(
        readRunbookOutline(text ?? '').steps.map(step => [step.line, step.id]),
      ),
    [text],
  );
  // The labels come anew with each answer; they are few.
  const labelsKey = JSON.stringify(labels);
  const filled = useMemo(
    () => fillPlaceholders(text ?? '', JSON.parse(labelsKey)),
    [text, labelsKey],
  );
  const sections = useMemo(
    () => cutText(filled, { stepIds, problems }),
    [filled, stepIds, problems],
  );
  const wanted = useMemo(() => wantedSections(sections), [sections]);
  return { occasion, use, firing, filled, sections, wanted, stepIds };
}
