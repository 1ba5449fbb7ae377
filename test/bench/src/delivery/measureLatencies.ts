import { percentile95 } from '../median';
import { Server } from '../servers/startServer';

/** Requests of one sort, sent in turn. */
export interface Reads {
  server: Server;
  headers: Record<string, string>;
  paths: string[];
}

/** The 95th percentile of the time to the last byte, in milliseconds, each way of reading in turn with the others. */
export async function measureLatencies<Name extends string>(
  targets: Record<Name, Reads>,
  options: { requests: number },
): Promise<Record<Name, number>> {
  const names = Object.keys(targets) as Name[];
  const times = new Map(names.map(name => [name, [] as number[]]));
  for (let index = 0; index < options.requests; index++) {
    for (const name of names) {
      const { server, headers, paths } = targets[name];
      const path = paths[index % paths.length];
      const started = performance.now();
      const response = await fetch(`${server.url}${path}`, { headers });
      await response.arrayBuffer();
      times.get(name)!.push(performance.now() - started);
      if (!response.ok) {
        throw new Error(`${path} was answered with ${response.status}`);
      }
    }
  }
  return Object.fromEntries(
    names.map(name => [name, percentile95(times.get(name)!)]),
  ) as Record<Name, number>;
}
