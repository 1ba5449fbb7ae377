import { checkNode } from './lib/nodeVersion.mjs';
import { runMain } from './lib/terminal.mjs';

await runMain(async () => {
  checkNode();
  // Read only now: an older Node cannot even link what the command imports.
  const { start } = await import('./lib/commands/start.mjs');
  await start();
});
