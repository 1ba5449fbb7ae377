import {
  PreviewResponse,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../../translation';
import { ChangedEntity } from './ChangedEntity';
import { changes } from './countMoves';
import { Preview } from './usePreview';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    list: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'FairleadChangedEntities' },
);

/** The entities that a draft judges, those that change first. */
export function ChangedEntities(props: {
  definition: ScorecardEntityV1alpha1['spec'];
  isNew: boolean;
  entities: PreviewResponse['entities'];
  more: Preview['more'];
}) {
  const { definition, isNew, entities, more } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (entities.length === 0) {
    return (
      <Typography variant="body2" className={classes.root}>
        {t('portal.preview.nobody')}
      </Typography>
    );
  }
  return (
    <section className={classes.root}>
      <Typography variant="subtitle2" component="h3">
        {isNew || !changes(entities[0])
          ? t('portal.preview.listAll')
          : t('portal.preview.list')}
      </Typography>
      <ul className={classes.list}>
        {entities.map(entity => (
          <ChangedEntity
            key={entity.entityRef}
            definition={definition}
            isNew={isNew}
            entity={entity}
          />
        ))}
      </ul>
      {more.has && (
        <Button size="small" disabled={more.isLoading} onClick={more.load}>
          {t('portal.preview.loadMore')}
        </Button>
      )}
    </section>
  );
}
