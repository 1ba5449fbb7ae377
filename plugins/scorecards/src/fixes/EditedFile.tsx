import { CodeSnippet } from '@backstage/core-components';
import { CheckFixResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { ComparedLines, compareLines } from '../diff';
import { scorecardsTranslationRef } from '../translation';
import { FilledFix } from './useFilledFix';

/** What changes in the file, line by line; where the file is not known, the lines to write into it, and why. */
export function EditedFile(props: {
  fix: CheckFixResponse;
  filled: FilledFix;
}) {
  const { fix, filled } = props;
  const { before, file = '' } = fix;
  const { after, lines } = filled;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const stretches = useMemo(
    () =>
      before === undefined || after === undefined
        ? undefined
        : compareLines({ before, after }),
    [before, after],
  );
  if (stretches) {
    return (
      <ComparedLines
        label={t('fixes.diff', { file: file.split('/').pop() ?? file })}
        stretches={stretches}
        from={fix.line}
      />
    );
  }
  const removed = (fix.changes ?? []).filter(
    ({ action }) => action === 'remove' || action === 'drop',
  );
  return (
    <>
      {fix.problem && <p>{fix.problem.message}</p>}
      {lines && (
        <>
          <p>{t('fixes.lines')}</p>
          <CodeSnippet text={lines} language="yaml" />
        </>
      )}
      {removed.length > 0 && (
        <p>
          {t('fixes.takesAway', {
            count: removed.length,
            fields: removed
              .map(change =>
                'value' in change
                  ? `${change.keys.join('.')}: ${JSON.stringify(change.value)}`
                  : change.keys.join('.'),
              )
              .join(', '),
          })}
        </p>
      )}
    </>
  );
}
