import { putNativeParts } from './lib/nativeParts.mjs';
import { runMain } from './lib/terminal.mjs';

// What `yarn install` runs at its end.
await runMain(() => putNativeParts());
