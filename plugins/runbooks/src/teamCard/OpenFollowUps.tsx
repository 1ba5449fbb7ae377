import { Link } from '@backstage/core-components';
import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { encodeQuery, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

/** How much that was agreed after incidents is not done. */
export function OpenFollowUps(props: { team: TeamRunbooks }) {
  const { followUps, teamRef } = props.team;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return (
    <Typography variant="body2" style={{ marginTop: 12 }}>
      {[
        t('teamCard.followUps', { count: followUps.open }),
        ...(followUps.overdue > 0
          ? [t('teamCard.overdue', { count: followUps.overdue })]
          : []),
      ].join(', ')}
      {' · '}
      <Link
        to={`${links.incidents()}${encodeQuery({ owner: teamRef })}`}
        underline="always"
      >
        {t('teamCard.seeIncidents')}
      </Link>
    </Typography>
  );
}
