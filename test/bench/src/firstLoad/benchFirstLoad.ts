import { targetPaths } from '@backstage/cli-common';
import { Row } from '../table/Row';
import { buildApp } from './buildApp';
import { measureInitialScripts } from './measureInitialScripts';

const KILOBYTES = 80;

/** What the scorecards plugin adds to the scripts and styles that a browser loads before the portal shows anything. */
export async function benchFirstLoad(): Promise<Row[]> {
  const folder = targetPaths.resolve('.cache/first-load');
  const [withPlugin, without] = [
    await measureInitialScripts(await buildApp({ folder, scorecards: true })),
    await measureInitialScripts(await buildApp({ folder, scorecards: false })),
  ];
  const added = withPlugin - without;
  if (added === 0) {
    throw new Error("The app in 'packages/app' does not install scorecards");
  }
  return [
    {
      name: 'first load of the portal, gzipped',
      figure: `${kilobytes(withPlugin)} with scorecards, ${kilobytes(
        without,
      )} without`,
    },
    {
      name: 'first load added by scorecards, gzipped',
      figure: kilobytes(added),
      target: `< ${KILOBYTES} kB`,
      met: added < KILOBYTES * 1000,
    },
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
