import { Entity } from '@backstage/catalog-model';
import { Progress } from '@backstage/core-components';
import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { lazy, Suspense, useId, useState } from 'react';
import { factId } from '../entityTab/factId';
import { scorecardsTranslationRef } from '../translation';

const FixPanel = lazy(() => import('./FixPanel'));

/** Whether a check looks at the catalog file itself, so that it is mended there. */
export function isMendedInCatalog(
  check: Pick<CheckResult, 'status' | 'evidence'>,
): boolean {
  return (
    check.status === 'fail' &&
    check.evidence.some(item => factId(item) === undefined)
  );
}

/** Opens the edit of the catalog file that makes a failing check pass. */
export function FixThis(props: {
  check: CheckResult;
  entity: Entity;
  scorecardRef: string;
}) {
  const { check } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        size="small"
        variant={isOpen ? 'outlined' : 'contained'}
        color="primary"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={
          isOpen ? undefined : t('fixes.openLabel', { title: check.title })
        }
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'fixes.close' : 'fixes.open')}
      </Button>
      <div id={id}>
        {isOpen && (
          <Suspense fallback={<Progress />}>
            <FixPanel {...props} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
