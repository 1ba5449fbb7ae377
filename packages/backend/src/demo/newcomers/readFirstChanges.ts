import { Repository } from '../year/Repository';
import { FirstChange } from './firstChange';
import { DemoNewcomer, startOf } from './readNewcomers';

const HOUR = 3_600_000;

/** The changes that wait to be merged by hand, by the refs of their authors; each was opened four hours after its author started. */
export function readFirstChanges(
  newcomers: readonly DemoNewcomer[],
  options: {
    firstDay: number;
    repositories: readonly Repository[];
  },
): Map<string, FirstChange> {
  const { firstDay, repositories } = options;
  return new Map(
    newcomers.flatMap(newcomer => {
      const repository = repositories.find(
        ({ component }) => component === newcomer.firstChange?.component,
      );
      return newcomer.firstChange && repository
        ? [
            [
              `user:default/${newcomer.user}`,
              {
                author: newcomer.firstChange.login,
                repository,
                openedAt: startOf(newcomer, firstDay) + 4 * HOUR,
              },
            ] as const,
          ]
        : [];
    }),
  );
}
