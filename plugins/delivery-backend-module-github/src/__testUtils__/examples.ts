/** An event of the published examples. */
export interface Example {
  event: string;
  payload: Record<string, any>;
}

/** The servers that examples are published of. */
const SERVERS = [
  'api.github.com',
  'ghes-31',
  'ghes-32',
  'ghes-33',
  'ghes-34',
  'ghes-35',
];

let loaded: Example[] | undefined;

/** The examples of all servers, each once. */
export function loadExamples(): Example[] {
  loaded ??= readExamples();
  return loaded;
}

function readExamples(): Example[] {
  const examples = SERVERS.flatMap((server): Example[] => {
    const events: { name: string; examples: Example['payload'][] }[] =
      jest.requireActual(`@octokit/webhooks-examples/${server}/index.json`);
    return events.flatMap(({ name, examples: payloads }) =>
      payloads.map(payload => ({ event: name, payload })),
    );
  });
  return [
    ...new Map(examples.map(item => [JSON.stringify(item), item])).values(),
  ];
}

/** An example of `api.github.com`, to be changed at will. */
export function example(event: string, index = 0): Example['payload'] {
  const found = loadExamples().filter(candidate => candidate.event === event);
  return structuredClone(found[index].payload);
}
