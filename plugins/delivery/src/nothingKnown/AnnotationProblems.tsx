import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { deliveryTranslationRef } from '../translation';
import { EditCatalogFile } from './EditCatalogFile';

const useStyles = makeStyles(
  () => ({
    list: { margin: 0, paddingLeft: '1.2em', overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadAnnotationProblems' },
);

/** Annotations of an entity that name nothing though they should, and the way to the file; nothing where all are well. */
export function AnnotationProblems(props: {
  entity: Entity;
  problems: readonly string[];
}) {
  const { entity, problems } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return problems.length > 0 ? (
    <Alert severity="warning" role="status">
      {t('nothingKnown.problems')}
      <ul className={classes.list}>
        {problems.map(problem => (
          <li key={problem}>
            <bdi>{problem}</bdi>
          </li>
        ))}
      </ul>
      <EditCatalogFile entity={entity} />
    </Alert>
  ) : null;
}
