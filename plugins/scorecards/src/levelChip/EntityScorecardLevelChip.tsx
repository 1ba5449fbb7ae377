import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import Chip from '@material-ui/core/Chip';
import Skeleton from '@material-ui/lab/Skeleton';
import { useEntityScorecards } from '../api/queries';
import { useEntityScorecardsLink } from '../links';
import { LevelDots } from '../states/level/LevelDots';
import { useLevelWords } from '../states/level/useLevelWords';
import { lowestResult } from './lowestResult';
import { useChipWords } from './useChipWords';

/**
 * The level of an entity as a chip that leads to its scorecards: of the scorecard named, else of the one on which it
 * stands lowest. It shares the request of the card, and stays away from entities without results.
 *
 * @public
 */
export const EntityScorecardLevelChip = (props: {
  /** The entity ref of a scorecard. */
  scorecardRef?: string;
}) => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { data, isPending } = useEntityScorecards(entityRef, {
    entityUid: entity.metadata.uid,
  });
  const linkTo = useEntityScorecardsLink();
  const words = useLevelWords();
  const name = useChipWords();
  if (isPending) {
    return <Skeleton variant="rect" width={96} height={24} />;
  }
  const results = data?.scorecards ?? [];
  const result = props.scorecardRef
    ? results.find(({ scorecardRef }) => scorecardRef === props.scorecardRef)
    : lowestResult(results);
  if (!result) {
    return null;
  }
  const { level, levels, title } = result;
  return (
    <Link
      to={linkTo(entityRef)}
      underline="none"
      title={`${title}: ${words.long(level, levels)}`}
    >
      <Chip
        size="small"
        variant="outlined"
        clickable
        component="span"
        style={{ margin: 0, maxWidth: '100%' }}
        label={
          // Within the label, since the chip forces an icon into a square that the dots do not fit in.
          <span
            style={{
              display: 'flex',
              alignItems: 'center',
              gap: 8,
              minWidth: 0,
            }}
          >
            <LevelDots level={level} levels={levels} />
            <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {name(result, !props.scorecardRef && results.length > 1)}
            </span>
          </span>
        }
      />
    </Link>
  );
};
