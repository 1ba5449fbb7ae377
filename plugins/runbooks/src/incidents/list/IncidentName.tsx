import { Link } from '@backstage/core-components';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { IncidentSummary } from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import LoopIcon from '@material-ui/icons/Loop';
import { usePageLinks } from '../../links';
import { runbooksTranslationRef } from '../../translation';

const ENTITIES_SHOWN = 3;

/** The way to an incident, how bad it was, of what, and whether it came again. */
export function IncidentName(props: { incident: IncidentSummary }) {
  const { incident } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const hidden = incident.entityRefs.slice(ENTITIES_SHOWN);
  return (
    <>
      <Link to={links.incident(incident.id)}>
        <bdi>{incident.title}</bdi>
      </Link>
      <Typography variant="body2" color="textSecondary" component="div">
        {incident.severity && (
          <>
            <bdi>{incident.severity}</bdi>
            {' · '}
          </>
        )}
        <bdi>
          <EntityRefLinks
            entityRefs={incident.entityRefs.slice(0, ENTITIES_SHOWN)}
          />
        </bdi>
        {hidden.length > 0 && (
          <span title={hidden.join('\n')}>
            {' '}
            {t('incidents.list.moreEntities', { count: hidden.length })}
          </span>
        )}
      </Typography>
      {(incident.recurredAs || incident.recurrenceOf) && (
        <StateLabel icon={LoopIcon} tone="warning">
          {incident.recurrenceOf
            ? t('incidents.list.recurrence')
            : t('incidents.list.recurred')}
        </StateLabel>
      )}
    </>
  );
}
