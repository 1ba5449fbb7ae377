import autocannon from 'autocannon';
import { median, percentile95 } from '../median';
import { Server } from '../servers/startServer';
import { readProcessorTime } from './readProcessorTime';

/** Requests of one sort, sent in turn. */
export interface Target {
  server: Server;
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  paths: string[];
  /** A function makes another one for each request. */
  body?: string | (() => string);
}

/** How a target did: the median of its rounds, and each round for ratios within it. */
export interface Rate {
  requestsPerSecond: number;
  p95Ms: number;
  p99Ms: number;
  /** Processor time of the server for a request, which a busy machine blurs less; undefined where nothing tells it. */
  processorUs?: number;
  rounds: number[];
}

const CONNECTIONS = 8;

/**
 * Measures targets over HTTP with connections kept alive. The rounds of the targets take turns, so that whatever else
 * the machine does is shared by all of them; the first rounds only warm up.
 */
export async function measureRates<Name extends string>(
  targets: Record<Name, Target>,
  {
    rounds: count = 5,
    warmUp = 1,
    seconds = 3,
    connections = CONNECTIONS,
  } = {},
): Promise<Record<Name, Rate>> {
  const names = Object.keys(targets) as Name[];
  const rounds = Object.fromEntries(
    names.map((name): [string, Round[]] => [name, []]),
  ) as Record<Name, Round[]>;
  for (let index = 0; index < warmUp + count; index++) {
    for (const name of names) {
      const round = await run(targets[name], connections, {
        duration: seconds,
      });
      if (index >= warmUp) {
        rounds[name].push(round);
      }
    }
  }
  return Object.fromEntries(
    names.map(name => [name, summarize(rounds[name])]),
  ) as Record<Name, Rate>;
}

/** Measures a target whose every path is asked for once, with nothing warmed up. */
export async function measureFirstTime(target: Target): Promise<Rate> {
  return summarize([
    await run(target, CONNECTIONS, { amount: target.paths.length }),
  ]);
}

/** The median of the ratios of two targets, each taken within one round. */
export function medianRatio(rate: Rate, other: Rate): number {
  return median(rate.rounds.map((value, round) => value / other.rounds[round]));
}

interface Round {
  requestsPerSecond: number;
  p95Ms: number;
  p99Ms: number;
  processorUs?: number;
}

async function run(
  { server, method = 'GET', headers, paths, body }: Target,
  connections: number,
  limit: Pick<autocannon.Options, 'duration' | 'amount'>,
): Promise<Round> {
  const requests = paths.map(
    (path): autocannon.Request =>
      typeof body === 'function'
        ? {
            method,
            path,
            headers,
            setupRequest: request => ({ ...request, body: body() }),
          }
        : { method, path, headers, body },
  );
  let connection = 0;
  const before = await readProcessorTime(server.pid);
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: server.url,
        connections,
        ...limit,
        requests,
        setupClient: client => {
          client.setRequests(shareOf(requests, connection++, connections));
        },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    running.on('response', (_client, _status, _bytes, time) => {
      times.push(time);
    });
  });
  const after = await readProcessorTime(server.pid);
  const { latency, duration, non2xx, errors } = result;
  const { total } = result.requests;
  if (non2xx || errors) {
    throw new Error(
      `${paths[0]}: ${non2xx} answers were not 2xx and ${errors} requests failed`,
    );
  }
  return {
    requestsPerSecond: total / duration,
    p95Ms: percentile95(times),
    p99Ms: latency.p99,
    processorUs:
      before === undefined || after === undefined
        ? undefined
        : (after - before) / total,
  };
}

/** Each connection asks for paths of its own. */
function shareOf<T>(
  requests: T[],
  connection: number,
  connections: number,
): T[] {
  const share = requests.filter(
    (_, index) => index % connections === connection % connections,
  );
  return share.length ? share : requests;
}

function summarize(rounds: Round[]): Rate {
  const processorUs = rounds.flatMap(round => round.processorUs ?? []);
  return {
    requestsPerSecond: median(rounds.map(round => round.requestsPerSecond)),
    p95Ms: median(rounds.map(round => round.p95Ms)),
    p99Ms: median(rounds.map(round => round.p99Ms)),
    processorUs: processorUs.length ? median(processorUs) : undefined,
    rounds: rounds.map(round => round.requestsPerSecond),
  };
}
