import { SourceRange } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation';
import { PlaceList } from './PlaceList';
import { ToldProblems } from './tellProblems';

/** What is wrong with the text, the first problems at once. */
export function ProblemList(props: {
  told: ToldProblems;
  onOpen: (range: SourceRange) => void;
}) {
  const { problems, following } = props.told;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <div role="status">
      {problems.length > 0 && (
        <PlaceList
          heading={t('portal.playground.problems', { count: problems.length })}
          problems={problems}
          showAll={count => t('portal.playground.problems.showAll', { count })}
          onOpen={props.onOpen}
        />
      )}
      {following > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('portal.playground.problems.following', { count: following })}
        </Typography>
      )}
    </div>
  );
}
