import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { encodeQuery, useTranslationRef } from '@fairlead/frontend-parts';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';
import { Part } from './Part';
import { useRowStyles } from './useRowStyles';

const ROWS = 3;

/** Alerts that may page and have no runbook, each with the way to one. */
export function UncoveredAlerts(props: { team: TeamRunbooks }) {
  const { uncoveredAtNight, teamRef } = props.team;
  const classes = useRowStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const all = encodeQuery({
    owner: teamRef,
    covered: 'false',
    mayPage: 'true',
  });
  return (
    <Part title={t('teamCard.uncovered')}>
      <ul className={classes.list}>
        {uncoveredAtNight.slice(0, ROWS).map(({ alert, entityRef, reason }) => (
          <li key={`${alert} ${entityRef}`} className={classes.row}>
            <span className={classes.text}>
              <bdi>{alert}</bdi>{' '}
              <span className={classes.quiet}>
                <EntityDisplayName entityRef={entityRef} hideIcon />
                {reason && (
                  <>
                    {' · '}
                    <bdi>{reason}</bdi>
                  </>
                )}
              </span>
            </span>
            <Link
              to={links.writeRunbook({ alert, entity: entityRef })}
              aria-label={t('teamCard.writeLabel', {
                alert,
                entity: entityRef,
              })}
            >
              {t('teamCard.write')}
            </Link>
          </li>
        ))}
      </ul>
      <Link to={`${links.coverage()}${all}`}>{t('teamCard.allUncovered')}</Link>
    </Part>
  );
}
