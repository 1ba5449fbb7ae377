import autocannon from 'autocannon';
import { median } from '../median';

/** Requests of one sort, sent in turn. */
export interface Target {
  url: string;
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  paths: string[];
  body?: string;
}

/** How a target did: the median of its rounds, and each round for ratios within it. */
export interface Rate {
  requestsPerSecond: number;
  p99Ms: number;
  rounds: number[];
}

const CONNECTIONS = 8;

/**
 * Measures targets over HTTP with connections kept alive. The rounds of the targets take turns, so that whatever else
 * the machine does is shared by all of them; the first round only warms up.
 */
export async function measureRates<Name extends string>(
  targets: Record<Name, Target>,
  { rounds = 5, seconds = 3 } = {},
): Promise<Record<Name, Rate>> {
  const names = Object.keys(targets) as Name[];
  const results: [Name, autocannon.Result][] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const result = await run(targets[name], seconds);
      if (result.non2xx || result.errors) {
        throw new Error(
          `${name}: ${result.non2xx} answers were not 2xx and ${result.errors} requests failed`,
        );
      }
      if (round > 0) {
        results.push([name, result]);
      }
    }
  }
  return Object.fromEntries(
    names.map(name => {
      const own = results
        .filter(([resultName]) => resultName === name)
        .map(([, result]) => result);
      const perSecond = own.map(
        ({ requests, duration }) => requests.total / duration,
      );
      return [
        name,
        {
          requestsPerSecond: median(perSecond),
          p99Ms: median(own.map(({ latency }) => latency.p99)),
          rounds: perSecond,
        },
      ];
    }),
  ) as Record<Name, Rate>;
}

/** The median of the ratios of two targets, each taken within one round. */
export function medianRatio(rate: Rate, other: Rate): number {
  return median(rate.rounds.map((value, round) => value / other.rounds[round]));
}

function run(
  { url, method = 'GET', headers, paths, body }: Target,
  seconds: number,
): Promise<autocannon.Result> {
  return autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: paths.map(path => ({ method, path, headers, body })),
  });
}
