import { useTheme } from '@material-ui/core/styles';
import { TimeMarks } from './marksOf';

/** How deployments and incidents look on an axis of time: each with a shape of its own beside its colour. */
export function useMarkLooks() {
  const { palette } = useTheme();
  return [
    {
      key: 'deployments',
      words: 'deployments',
      shape: 'triangle',
      color: palette.text.secondary,
      height: 0.05,
    },
    {
      key: 'failed',
      words: 'deploymentsFailed',
      shape: 'cross',
      color: palette.status.error,
      height: 0.15,
    },
    {
      key: 'incidents',
      words: 'incidents',
      shape: 'diamond',
      color: palette.status.error,
      height: 0.25,
    },
  ] as const satisfies readonly {
    key: keyof TimeMarks;
    words: string;
    shape: string;
    color: string;
    height: number;
  }[];
}
