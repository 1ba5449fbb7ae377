import { slugOf } from '../markdown/anchors';

/** A file that alerts may lead to. @public */
export interface RunbookFile {
  /** With `/`, relative to the folder of runbooks that it is in. */
  path: string;
  /** As it is called in answers. */
  file: string;
  /** Headings and other places within it that a link can name. */
  anchors: readonly string[];
  /** Paths that its own links lead to, relative to the folder. */
  links: readonly string[];
  /** It is no runbook but may be led to, as an index. */
  isIndex?: boolean;
}

/** Where an alert leads: into a file, into none though it should, or to somewhere that this folder knows nothing of. */
export type RunbookTarget =
  | { state: 'found'; file: RunbookFile; anchorMissing: boolean }
  | { state: 'missing'; name: string }
  | { state: 'elsewhere' };

/** Finds the files of a folder by the addresses under which they are published. */
export interface RunbookFolder {
  find(url: string): RunbookTarget;
  /** The file that is called like an alert. */
  named(alert: string): RunbookFile | undefined;
  /** Tells addresses in advance, so that it is known which site publishes the folder. */
  learn(urls: readonly string[]): void;
}

/**
 * A folder of runbooks.
 *
 * @param sites - addresses under which the folder is published
 */
export function createRunbookFolder(
  files: readonly RunbookFile[],
  sites: readonly string[],
): RunbookFolder {
  const byPath = new Map<string, RunbookFile>();
  const byName = new Map<string, RunbookFile>();
  for (const file of files) {
    for (const key of pathKeysOf(file.path)) {
      if (!byPath.has(key)) {
        byPath.set(key, file);
      }
    }
    const name = nameKey(file.path);
    if (name && !byName.has(name)) {
      byName.set(name, file);
    }
  }
  const bases = sites.map(site => lower(site).replace(/\/*$/, '/'));
  /** Sites that publish this folder, as far as the addresses of alerts show. */
  const learnt = new Set<string>();

  function lookUp(path: string): RunbookFile | undefined {
    const parts = toKey(path).split('/');
    // The folder may be published below any other one.
    for (let from = 0; from < parts.length; from += 1) {
      const found = byPath.get(parts.slice(from).join('/'));
      if (found) {
        return found;
      }
    }
    return byName.get(nameKey(path));
  }

  function toTarget(file: RunbookFile, anchor: string): RunbookTarget {
    return {
      state: 'found',
      file,
      anchorMissing:
        anchor !== '' &&
        file.anchors.length > 0 &&
        !file.anchors.some(known => slugOf(known) === slugOf(anchor)),
    };
  }

  return {
    find(url) {
      const { path, anchor, whole } = splitUrl(url);
      const base = bases.find(one => lower(whole).startsWith(one));
      if (base !== undefined) {
        const rest = whole.slice(base.length);
        const file = byPath.get(toKey(rest));
        return file
          ? toTarget(file, anchor)
          : { state: 'missing', name: lastPart(rest) };
      }
      const file = bases.length === 0 ? lookUp(path) : undefined;
      if (file) {
        return toTarget(file, anchor);
      }
      return learnt.has(siteOf(whole))
        ? { state: 'missing', name: lastPart(path) }
        : { state: 'elsewhere' };
    },
    named: alert => byName.get(toNameKey(alert)),
    learn(urls) {
      if (bases.length > 0) {
        return;
      }
      const seen = new Map<string, { found: number; all: number }>();
      for (const url of new Set(urls)) {
        const { path, whole } = splitUrl(url);
        const site = siteOf(whole);
        const counts = seen.get(site) ?? { found: 0, all: 0 };
        counts.all += 1;
        counts.found += lookUp(path) ? 1 : 0;
        seen.set(site, counts);
      }
      for (const [site, { found, all }] of seen) {
        // Where most addresses of a site are files of this folder, the others should be, too.
        if (found > 0 && found * 2 >= all) {
          learnt.add(site);
        }
      }
    },
  };
}

/** The parts of an address: its path, what is behind the `#`, and all but that. */
function splitUrl(url: string): {
  path: string;
  anchor: string;
  whole: string;
} {
  const [whole, anchor = ''] = url.split('#', 2);
  const bare = whole.split('?', 1)[0];
  return {
    path: bare.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ''),
    anchor: decode(anchor),
    whole: bare,
  };
}

/** Who publishes it: the host, and on hosts of many the project. */
function siteOf(url: string): string {
  const [, host = '', path = ''] = /^[a-z]+:\/\/([^/]*)(.*)$/i.exec(url) ?? [];
  const project = path.split('/').slice(1, 3).join('/');
  return lower(
    /^(?:www\.)?(?:github|gitlab|bitbucket)\./i.test(host)
      ? `${host}/${project}`
      : host,
  );
}

/** The keys under which a file is found: its path without extension, and that of its folder where it is the index of it. */
function pathKeysOf(path: string): string[] {
  const key = toKey(path);
  const folder = key.replace(/(?:^|\/)(?:_?index|readme)$/, '');
  return folder !== key && folder !== '' ? [key, folder] : [key];
}

function toKey(path: string): string {
  return lower(decode(path))
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.(?:md|markdown|html?)$/, '');
}

function nameKey(path: string): string {
  const [last] = pathKeysOf(path).slice(-1);
  return toNameKey(last.split('/').at(-1) ?? '');
}

/** `KubePodCrashLooping`, `kube-pod-crash-looping` and `kube_pod_crash_looping` name the same. */
function toNameKey(name: string): string {
  return lower(name).replace(/[^\p{L}\p{N}]/gu, '');
}

function lastPart(path: string): string {
  return decode(path.replace(/\/+$/, '').split('/').at(-1) ?? '');
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
