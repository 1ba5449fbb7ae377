import { useTheme } from '@material-ui/core/styles';
import { TimeMarks } from './marksOf';

/** How deployments and incidents look along an axis of time: each with a sign of its own beside its colour. */
export function useMarkLooks() {
  const { palette } = useTheme();
  return [
    {
      key: 'deployments',
      words: 'deployments',
      sign: '▲',
      color: palette.text.secondary,
    },
    {
      key: 'failed',
      words: 'deploymentsFailed',
      sign: '✚',
      color: palette.status.error,
    },
    {
      key: 'incidents',
      words: 'incidents',
      sign: '◆',
      color: palette.status.error,
    },
  ] as const satisfies readonly {
    key: keyof TimeMarks;
    words: string;
    sign: string;
    color: string;
  }[];
}
