import {
  BackLink,
  EmptyPanel,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { useParams } from 'react-router-dom';
import { useRunbook } from '../api/queries';
import { usePageLinks } from '../links';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';
import { Reading } from './Reading';
import { ReadingSkeleton } from './ReadingSkeleton';

/** One runbook, to read and to use, on a phone at night too. */
export function ReadingPage() {
  const { id = '' } = useParams();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const query = useRunbook(id);
  const isMissing =
    query.error &&
    'statusCode' in query.error &&
    query.error.statusCode === 404;
  return (
    <>
      <BackLink to={links.runbooks()}>{t('reading.back')}</BackLink>
      {isMissing ? (
        <EmptyPanel title={t('reading.notFoundTitle')}>
          {t('reading.notFound')}
        </EmptyPanel>
      ) : (
        <Loaded query={query} skeleton={<ReadingSkeleton />}>
          {runbook => <Reading key={runbook.id} runbook={runbook} />}
        </Loaded>
      )}
    </>
  );
}
