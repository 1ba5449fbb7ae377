import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const IMPORT = /from\s+'(\.[^']*)'/g;

/**
 * The rooms of a backend, the folders of its floors, that import each other in a circle: each loop is a list of rooms, in
 * which each imports from the next, and the last from the first.
 */
export function findRoomLoops(src) {
  const imports = readRoomImports(src);
  const loops = [];
  const done = new Set();
  const walk = (room, path) => {
    const start = path.indexOf(room);
    if (start >= 0) {
      loops.push(path.slice(start));
    } else if (!done.has(room)) {
      for (const next of imports.get(room) ?? []) {
        walk(next, [...path, room]);
      }
      done.add(room);
    }
  };
  [...imports.keys()].sort().forEach(room => walk(room, []));
  return loops;
}

/** For each room, those that it imports from. */
function readRoomImports(src) {
  const imports = new Map();
  for (const file of listSources(src)) {
    const room = roomOf(src, file);
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const target = resolve(join(dirname(file), specifier));
      const other = target && roomOf(src, target);
      if (room && other && room !== other) {
        imports.set(room, (imports.get(room) ?? new Set()).add(other));
      }
    }
  }
  return imports;
}

function listSources(src) {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => !relative(src, file).includes('__'));
}

function resolve(path) {
  return [`${path}.ts`, join(path, 'index.ts')].find(existsSync);
}

/** The floor and the folder in it; the floor alone for a file that lies in no folder; none for what puts them together. */
function roomOf(src, file) {
  const folders = relative(src, dirname(file)).split(sep);
  return folders[0] && folders.slice(0, 2).join('/');
}
