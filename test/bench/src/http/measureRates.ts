import autocannon from 'autocannon';
import { median } from '../median';
import { Server } from '../servers/startServer';
import { readProcessorTime } from './readProcessorTime';

/** Requests of one sort, sent in turn. */
export interface Target {
  server: Server;
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  paths: string[];
  body?: string;
}

/** How a target did: the median of its rounds, and each round for ratios within it. */
export interface Rate {
  requestsPerSecond: number;
  p99Ms: number;
  /** Processor time of the server for a request, which a busy machine blurs less; undefined where nothing tells it. */
  processorUs?: number;
  rounds: number[];
}

const CONNECTIONS = 8;

/**
 * Measures targets over HTTP with connections kept alive. The rounds of the targets take turns, so that whatever else
 * the machine does is shared by all of them; the first round only warms up.
 */
export async function measureRates<Name extends string>(
  targets: Record<Name, Target>,
  options = { rounds: 5, seconds: 3 },
): Promise<Record<Name, Rate>> {
  const names = Object.keys(targets) as Name[];
  const rounds = Object.fromEntries(
    names.map((name): [string, Round[]] => [name, []]),
  ) as Record<Name, Round[]>;
  for (let count = 0; count <= options.rounds; count++) {
    for (const name of names) {
      const round = await run(targets[name], options.seconds);
      if (count > 0) {
        rounds[name].push(round);
      }
    }
  }
  return Object.fromEntries(
    names.map(name => [name, summarize(rounds[name])]),
  ) as Record<Name, Rate>;
}

/** The median of the ratios of two targets, each taken within one round. */
export function medianRatio(rate: Rate, other: Rate): number {
  return median(rate.rounds.map((value, round) => value / other.rounds[round]));
}

interface Round {
  requestsPerSecond: number;
  p99Ms: number;
  processorUs?: number;
}

async function run(
  { server, method = 'GET', headers, paths, body }: Target,
  seconds: number,
): Promise<Round> {
  const before = await readProcessorTime(server.pid);
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: paths.map(path => ({ method, path, headers, body })),
  });
  const after = await readProcessorTime(server.pid);
  const { requests, latency, duration, non2xx, errors } = result;
  if (non2xx || errors) {
    throw new Error(
      `${paths[0]}: ${non2xx} answers were not 2xx and ${errors} requests failed`,
    );
  }
  return {
    requestsPerSecond: requests.total / duration,
    p99Ms: latency.p99,
    processorUs:
      before === undefined || after === undefined
        ? undefined
        : (after - before) / requests.total,
  };
}

function summarize(rounds: Round[]): Rate {
  const processorUs = rounds.flatMap(round => round.processorUs ?? []);
  return {
    requestsPerSecond: median(rounds.map(round => round.requestsPerSecond)),
    p99Ms: median(rounds.map(round => round.p99Ms)),
    processorUs: processorUs.length ? median(processorUs) : undefined,
    rounds: rounds.map(round => round.requestsPerSecond),
  };
}
