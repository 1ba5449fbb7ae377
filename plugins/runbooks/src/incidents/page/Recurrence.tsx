import { Link } from '@backstage/core-components';
import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import LoopIcon from '@material-ui/icons/Loop';
import { usePageLinks } from '../../links';
import { runbooksTranslationRef } from '../../translation';

/** That the same came again after it was learned from: which one before, which one after. */
export function Recurrence(props: { incident: IncidentDetail }) {
  const { recurredAs, recurrenceOf } = props.incident;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return (
    <>
      {recurrenceOf && (
        <div>
          <StateLabel icon={LoopIcon} tone="warning">
            {t('incidents.page.recurrenceOf', {
              link: (
                <Link to={links.incident(recurrenceOf)} underline="always">
                  {t('incidents.page.earlierOne')}
                </Link>
              ),
            })}
          </StateLabel>
        </div>
      )}
      {recurredAs && (
        <div>
          <StateLabel icon={LoopIcon} tone="warning">
            {t('incidents.page.recurredAs', {
              link: (
                <Link to={links.incident(recurredAs)} underline="always">
                  {t('incidents.page.laterOne')}
                </Link>
              ),
            })}
          </StateLabel>
        </div>
      )}
    </>
  );
}
