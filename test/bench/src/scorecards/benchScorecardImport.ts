import { targetPaths } from '@backstage/cli-common';
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createTempFolder } from '../servers/createTempFolder';
import { Row } from '../table/Row';

const CHECKS = 500;
const SECONDS = 1;

/**
 * The command line over a configuration of tech-insights: the time of the whole process, and of the checks alone, which
 * is what is left when the time for a single one is taken off.
 */
export async function benchScorecardImport(): Promise<Row[]> {
  const folder = await createTempFolder();
  try {
    const many = await runImport(folder, CHECKS);
    const one = await runImport(folder, 1);
    const alone = many - one;
    return [
      {
        name: `fairlead scorecards import, ${CHECKS} checks, the start of the command included`,
        figure: `${many.toFixed(2)} s`,
      },
      {
        name: `${CHECKS} checks of tech-insights imported`,
        figure: `${alone.toFixed(2)} s`,
        target: `≤ ${SECONDS} s`,
        met: alone <= SECONDS,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runImport(folder: string, checks: number): Promise<number> {
  const file = join(folder, `${checks}.yaml`);
  await writeFile(file, createConfiguration(checks));
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      targetPaths.resolveRoot('packages/cli/bin/fairlead'),
      'scorecards',
      'import',
      'tech-insights',
      file,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const yaml = await text(child.stdout);
  const seconds = (performance.now() - started) / 1_000;
  const found = yaml.match(/^ {4}- id: /gm)?.length ?? 0;
  if (found !== checks) {
    throw new Error(`${found} checks were imported in place of ${checks}`);
  }
  return seconds;
}

function createConfiguration(checks: number): string {
  const lines = ['techInsights:', '  factChecker:', '    checks:'];
  for (let index = 0; index < checks; index++) {
    lines.push(
      `      check${index}:`,
      '        type: json-rules-engine',
      `        name: Check ${index}`,
      `        description: What check ${index} asks for`,
      `        factIds: [retriever${index % 10}]`,
      '        filter: { kind: component, spec.type: [service, website] }',
      '        links: [{ title: Guide, url: https://example.com/guide }]',
      '        rule:',
      '          conditions:',
      '            all:',
      `              - { fact: count, operator: greaterThan, value: ${index} }`,
      '              - any:',
      '                  - { fact: flag, operator: equal, value: true }',
      '                  - { fact: word, operator: in, value: [a, b, c] }',
    );
  }
  return `${lines.join('\n')}\n`;
}
