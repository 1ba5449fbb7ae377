import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import { useParams } from 'react-router-dom';
import { useIncident } from '../../api/queries';
import { usePageLinks } from '../../links';
import { Loaded } from '../../states';
import { runbooksTranslationRef } from '../../translation';
import { IncidentBody } from './IncidentBody';

const useStyles = makeStyles(
  theme => ({
    back: {
      ...theme.typography.body2,
      display: 'inline-flex',
      alignItems: 'center',
      marginBottom: theme.spacing(1),
      '[dir="rtl"] & svg': { transform: 'scaleX(-1)' },
    },
  }),
  { name: 'FairleadIncidentPage' },
);

/** One incident: its stages, what is learned from it, and what was agreed. */
export function IncidentPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const { id = '' } = useParams();
  const query = useIncident(id);
  return (
    <>
      <Link to={links.incidents()} className={classes.back}>
        <ChevronLeftIcon fontSize="small" aria-hidden />
        {t('incidents.page.back')}
      </Link>
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
