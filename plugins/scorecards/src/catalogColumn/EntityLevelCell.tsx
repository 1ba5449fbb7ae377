import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntityList } from '@backstage/plugin-catalog-react';
import Skeleton from '@material-ui/lab/Skeleton';
import { queryKeys } from '../api/queries';
import { useScorecardsQuery } from '../api/useScorecardsQuery';
import { useEntityScorecardsLink } from '../links';
import { LevelLabel } from '../states';

/** The level of a row. All rows of a page name the same entities and so share one request. */
export function EntityLevelCell(props: {
  entity: Entity;
  scorecardRef: string;
}) {
  const { entities } = useEntityList();
  const refs = entities.map(entity => stringifyEntityRef(entity)).sort();
  const { data, isPending } = useScorecardsQuery({
    queryKey: queryKeys.levels(refs),
    queryFn: api => api.getEntityLevels(refs),
    keepPrevious: 1,
  });
  const linkTo = useEntityScorecardsLink();
  if (isPending) {
    return <Skeleton variant="text" width={80} />;
  }
  const entityRef = stringifyEntityRef(props.entity);
  const result = data?.items
    .find(item => item.entityRef === entityRef)
    ?.scorecards.find(
      ({ scorecardRef }) => scorecardRef === props.scorecardRef,
    );
  return result ? (
    <Link to={linkTo(entityRef)} color="inherit" underline="hover">
      <LevelLabel level={result.level} levels={result.levels} />
    </Link>
  ) : (
    <>—</>
  );
}
