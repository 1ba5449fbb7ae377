import { checkNode } from './lib/nodeVersion.mjs';
import { runMain } from './lib/terminal.mjs';

await runMain(async () => {
  checkNode();
  // Read only now: an older Node cannot even link what the command imports.
  const { testInstall } = await import('./lib/commands/testInstall.mjs');
  await testInstall();
});
