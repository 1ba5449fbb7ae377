import { targetPaths } from '@backstage/cli-common';
import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { createTempFolder } from '../servers/createTempFolder';
import { Row } from '../table/Row';
import { createRunbookText } from './operations';

const FILES = 2_000;
const FILES_A_SECOND = 200;

/**
 * The command line over a folder of runbooks, one thread: the time of the whole process, and of the files alone, which is
 * what is left when the time for a single one is taken off.
 */
export async function benchLint(): Promise<Row[]> {
  const folder = await createTempFolder();
  try {
    const many = await lint(join(folder, 'many'), FILES);
    const one = await lint(join(folder, 'one'), 1);
    const whole = FILES / many;
    const alone = (FILES - 1) / (many - one);
    return [
      {
        name: `fairlead runbooks lint, ${FILES} files`,
        figure: `${many.toFixed(1)} s, ${Math.round(
          alone,
        )} files/s without the start`,
      },
      {
        name: 'files linted a second, the start of the command included',
        figure: `${Math.round(whole)} files/s`,
        target: `≥ ${FILES_A_SECOND} files/s`,
        met: whole >= FILES_A_SECOND,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function lint(folder: string, files: number): Promise<number> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < files; index++) {
    await writeFile(join(folder, `${index}.md`), createRunbookText(index));
  }
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      targetPaths.resolveRoot('packages/cli/bin/fairlead'),
      'runbooks',
      'lint',
      folder,
      '--format=json',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const answer = (await json(child.stdout)) as { files: number };
  const seconds = (performance.now() - started) / 1_000;
  if (answer.files !== files) {
    throw new Error(`${answer.files} files were linted in place of ${files}`);
  }
  return seconds;
}
