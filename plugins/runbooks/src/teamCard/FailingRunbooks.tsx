import { Link } from '@backstage/core-components';
import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { encodeQuery, useTranslationRef } from '@fairlead/frontend-parts';
import { HealthSummary } from '../health';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';
import { Part } from './Part';
import { useRowStyles } from './useRowStyles';

const ROWS = 3;

/** Runbooks that would fail, the worst first, each with what is wrong. */
export function FailingRunbooks(props: { team: TeamRunbooks }) {
  const { failing, teamRef } = props.team;
  const classes = useRowStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return (
    <Part title={t('teamCard.broken')}>
      <ul className={classes.list}>
        {failing.slice(0, ROWS).map(({ id, title, health }) => (
          <li key={id} className={classes.row}>
            <Link to={links.runbook(id)} className={classes.text}>
              <bdi>{title}</bdi>
            </Link>
            <HealthSummary health={health} />
          </li>
        ))}
      </ul>
      <Link to={`${links.runbooks()}${encodeQuery({ owner: teamRef })}`}>
        {t('teamCard.allFailing')}
      </Link>
    </Part>
  );
}
