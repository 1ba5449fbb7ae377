import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder under the system's own for such, which a PostgreSQL that runs as another user may enter. */
export async function createTempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-bench-'));
  await chmod(folder, 0o755);
  return folder;
}
