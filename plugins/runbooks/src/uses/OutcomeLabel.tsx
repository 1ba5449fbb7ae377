import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel } from '@fairlead/frontend-parts';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import ThumbDownIcon from '@material-ui/icons/ThumbDownOutlined';
import ThumbUpIcon from '@material-ui/icons/ThumbUpOutlined';
import { useUseWords } from './useUseWords';

const LOOKS = {
  underWay: { icon: HourglassEmptyIcon, tone: 'quiet' },
  none: { icon: RemoveCircleOutlineIcon, tone: 'quiet' },
  helped: { icon: ThumbUpIcon, tone: 'good' },
  misled: { icon: ThumbDownIcon, tone: 'bad' },
  missing: { icon: ReportProblemIcon, tone: 'warning' },
} as const;

/** What a use came to, as icon, word and colour. */
export function OutcomeLabel(props: { use: RunbookUse }) {
  const { use } = props;
  const words = useUseWords();
  const look = use.finishedAt ? use.outcome ?? 'none' : 'underWay';
  return <StateLabel {...LOOKS[look]}>{words.outcome(use)}</StateLabel>;
}
