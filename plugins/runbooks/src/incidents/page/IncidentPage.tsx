import { BackLink, useTranslationRef } from '@fairlead/frontend-parts';
import Skeleton from '@material-ui/lab/Skeleton';
import { useParams } from 'react-router-dom';
import { useIncident } from '../../api/queries';
import { usePageLinks } from '../../links';
import { Loaded } from '../../states';
import { runbooksTranslationRef } from '../../translation';
import { IncidentBody } from './IncidentBody';

/** One incident: its stages, what is learned from it, and what was agreed. */
export function IncidentPage() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const { id = '' } = useParams();
  const query = useIncident(id);
  return (
    <>
      <BackLink to={links.incidents()}>{t('incidents.page.back')}</BackLink>
      <Loaded query={query} skeleton={<IncidentSkeleton />}>
        {incident => <IncidentBody incident={incident} />}
      </Loaded>
    </>
  );
}

/** Keeps the place of an incident while it loads. */
function IncidentSkeleton() {
  return (
    <>
      <Skeleton height={40} width="50%" />
      <Skeleton height={24} width="70%" />
      <Skeleton height={110} />
      <Skeleton variant="rect" height={320} />
    </>
  );
}
