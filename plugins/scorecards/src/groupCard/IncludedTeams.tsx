import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../translation';

/** Which teams below a team are counted with it. */
export function IncludedTeams(props: { refs: string[] }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (props.refs.length === 0) {
    return null;
  }
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      component="div"
      style={{ marginTop: 16 }}
    >
      {t('groupCard.includes', {
        count: props.refs.length,
        teams: <EntityRefLinks entityRefs={props.refs} hideIcons />,
      })}
    </Typography>
  );
}
