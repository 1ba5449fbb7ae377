import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../translation';

/** A link to an owner, or the words for there being none. */
export function OwnerLink(props: { ownerRef: string | null }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (props.ownerRef === null) {
    return (
      <Typography component="span" variant="body2" color="textSecondary">
        {t('states.owner.none')}
      </Typography>
    );
  }
  return <EntityRefLink entityRef={props.ownerRef} defaultKind="group" />;
}
