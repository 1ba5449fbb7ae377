import { createHash } from 'node:crypto';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { dataRoot, root } from '../paths.mjs';
import { run } from '../processes.mjs';

/** Long enough ago for package managers that don't take what was published just now. */
const PUBLISHED = '2020-01-01T00:00:00.000Z';

/** Serves tarballs as a registry does: a document for each package, and the tarball that it names. */
export async function serveTarballs(files) {
  const packages = new Map();
  for (const file of files) {
    const content = await readFile(file);
    const manifest = await manifestOf(file);
    packages.set(manifest.name, { file, content, manifest });
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split('?')[0]).slice(1);
    const base = `http://localhost:${server.address().port}`;
    const found = packages.get(path);
    const tarball = [...packages.values()].find(
      ({ file }) => path === `tarballs/${basename(file)}`,
    );
    if (found) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(documentOf(found, base)));
    } else if (tarball) {
      response.end(tarball.content);
    } else {
      response.writeHead(404).end('{}');
    }
  });
  await new Promise(resolve => {
    server.listen(0, 'localhost', resolve);
  });
  return {
    url: `http://localhost:${server.address().port}`,
    stop: () => server.close(),
  };
}

function documentOf({ file, content, manifest }, base) {
  const { name, version } = manifest;
  const integrity = createHash('sha512').update(content).digest('base64');
  const dist = {
    tarball: `${base}/tarballs/${encodeURIComponent(basename(file))}`,
    integrity: `sha512-${integrity}`,
    shasum: createHash('sha1').update(content).digest('hex'),
  };
  return {
    name,
    'dist-tags': { latest: version },
    time: { created: PUBLISHED, modified: PUBLISHED, [version]: PUBLISHED },
    versions: { [version]: { ...manifest, dist } },
  };
}

async function manifestOf(file) {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-manifest-'));
  try {
    await run('tar', ['-xzf', file, '-C', folder, 'package/package.json'], {
      cwd: root,
      log: join(dataRoot, 'logs', 'manifest.log'),
    });
    return JSON.parse(
      await readFile(join(folder, 'package', 'package.json'), 'utf8'),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
