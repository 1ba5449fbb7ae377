import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { root } from './paths.mjs';
import { SetUpError } from './terminal.mjs';

const ENTITY = /^apiVersion:\s*['"]?(backstage\.io|fairlead\.dev)\//m;
const SCORECARD = /^kind:\s*['"]?Scorecard\b/m;
const SKIPPED = new Set(['node_modules', '.git', 'dist']);

/**
 * Reads which catalog the portal shows when `FAIRLEAD_CATALOG` names a folder: every YAML file below it that declares
 * an entity, and the starter scorecards unless it brings its own.
 */
export async function readCatalogFolder(folder) {
  const path = resolve(folder);
  if (!(await stat(path).catch(() => undefined))?.isDirectory()) {
    throw new SetUpError(
      `FAIRLEAD_CATALOG is '${folder}', which is not a folder.`,
    );
  }
  const files = await entityFiles(path);
  if (files.length === 0) {
    throw new SetUpError(
      `FAIRLEAD_CATALOG is '${folder}', and no YAML file below it declares a catalog entity.`,
    );
  }
  const targets = files.map(file => file.path);
  if (!files.some(file => file.hasScorecard)) {
    targets.push(
      join(root, 'packages', 'backend', 'demo', 'scorecards', '*.yaml'),
    );
  }
  return {
    id: `${basename(path)}-${createHash('sha256')
      .update(path)
      .digest('hex')
      .slice(0, 8)}`,
    targets,
  };
}

async function entityFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = [];
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
      found.push(...(await entityFiles(path)));
    } else if (entry.isFile() && /\.ya?ml$/.test(entry.name)) {
      const text = await readFile(path, 'utf8');
      if (ENTITY.test(text)) {
        found.push({ path, hasScorecard: SCORECARD.test(text) });
      }
    }
  }
  return found;
}
