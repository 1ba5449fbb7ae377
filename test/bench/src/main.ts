import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benches } from './benches';
import { DATABASE_ENGINES, DatabaseEngine } from './servers/database';
import { createStage } from './stage/createStage';
import { formatTable } from './table/formatTable';
import { Row } from './table/Row';

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { database: { type: 'string', default: 'postgres' } },
  });
  const engine = DATABASE_ENGINES.find(known => known === values.database);
  const unknown = positionals.find(name => !benches.some(b => b.name === name));
  if (!engine || unknown) {
    throw new Error(
      engine
        ? `Unknown bench '${unknown}'; there are ${benches
            .map(({ name }) => name)
            .join(', ')}`
        : `Unknown database '${
            values.database
          }'; there are ${DATABASE_ENGINES.join(', ')}`,
    );
  }
  const rows = await run(positionals, engine);
  process.stdout.write(`\n${describeMachine()}\n\n${formatTable(rows)}\n`);
  if (rows.some(({ met }) => met === false)) {
    process.exitCode = 1;
  }
}

/** Runs the benches of these names, or all, one after the other. */
async function run(names: string[], engine: DatabaseEngine): Promise<Row[]> {
  const rows: Row[] = [];
  const stage = createStage(engine);
  try {
    for (const bench of benches) {
      if (!names.length || names.includes(bench.name)) {
        process.stderr.write(`${bench.name} …\n`);
        rows.push(...(await bench.run(stage)));
      }
    }
  } finally {
    await stage.stop();
  }
  return rows;
}

function describeMachine(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `Node ${process.version}, ${cpus().length} × ${
    cpu.model
  }, ${gigabytes} GB, ${process.platform} ${process.arch}`;
}

main()
  .catch(error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exitCode = 1;
  })
  // A backend that ran in this process leaves timers behind, for which the process would wait.
  .finally(() => process.exit());
