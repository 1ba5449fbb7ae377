import { ANNOTATION_EDIT_URL, Entity } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import { lazy, Suspense } from 'react';
import { scorecardsTranslationRef } from '../translation';
import { factId } from './factId';
import { useRule } from './useRule';

const CatalogLines = lazy(() => import('./CatalogLines'));

/** Whether a check looks at the catalog file itself, so that it is mended there. */
export function isMendedInCatalog(
  check: Pick<CheckResult, 'status' | 'evidence'>,
): boolean {
  return check.status === 'fail' && fieldsOf(check).length > 0;
}

/** The lines that a failing check waits for, as they stand in the catalog file, and the way to the file. */
export function CatalogEdit(props: {
  check: CheckResult;
  entity: Entity;
  scorecardRef: string;
}) {
  const { check, entity, scorecardRef } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { rule } = useRule({ scorecardRef, checkId: check.id });
  const url = entity.metadata.annotations?.[ANNOTATION_EDIT_URL];
  return (
    <>
      {rule && (
        <Suspense fallback={null}>
          <CatalogLines rule={rule} paths={fieldsOf(check)} />
        </Suspense>
      )}
      {url && isWebLink(url) && (
        <LinkButton to={url} variant="outlined" size="small">
          {t('entityTab.catalog.edit')}
        </LinkButton>
      )}
    </>
  );
}

function fieldsOf({ evidence }: Pick<CheckResult, 'evidence'>): string[] {
  return evidence
    .filter(item => factId(item) === undefined)
    .map(({ path }) => path);
}
