import { payloadInstantSchema } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';

/** Azure DevOps writes null for what there is not. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform(value => value ?? undefined);

/** What stands in place of a time that there is not. */
const NO_TIME = /^0001-/;

/** A time that may be missing. */
export const time = z.preprocess(
  value => (typeof value === 'string' && NO_TIME.test(value) ? null : value),
  optional(payloadInstantSchema),
);

/** Ids are numbers, but those of samples and of older servers are not. */
export const id = z.union([z.int(), z.string().min(1)]).transform(String);

/** A repository, with its project. */
export const repository = z.object({
  id: optional(z.string()),
  name: z.string().min(1),
  project: z.object({ name: z.string().min(1) }),
  defaultBranch: optional(z.string()),
  remoteUrl: optional(z.string()),
  webUrl: optional(z.string()),
});

/** A repository, as records name it. */
export const nameOf = ({ name, project }: z.output<typeof repository>) =>
  `${project.name}/${name}`;

/** A person, a group or a service. */
export const identity = z.object({
  id: optional(z.string()),
  uniqueName: optional(z.string()),
  isContainer: optional(z.boolean()),
});

/** The name of a branch without what Git puts before it; undefined of anything else. */
export const branchOf = (ref: string | undefined) =>
  /^refs\/heads\/(.+)$/.exec(ref ?? '')?.[1];

/** What may be linked to. */
export const webLink = optional(
  z.object({ web: optional(z.object({ href: optional(z.string()) })) }),
);

/** What stands between organisation and project in older URLs. */
const COLLECTION = 'DefaultCollection';

/**
 * The repository of a URL such as `https://dev.azure.com/org/project/_git/repo`, as records name it. The project is left out
 * of it where both have one name.
 */
export function repositoryOfUrl(url: string): string | undefined {
  if (!URL.canParse(url)) {
    return undefined;
  }
  const { hostname, pathname } = new URL(url);
  const [before, after] = pathname.split('/_git/', 2);
  const name = decode(after?.split('/', 1)[0] ?? '');
  if (!name) {
    return undefined;
  }
  const parts = before.split('/').filter(part => part && part !== COLLECTION);
  // But for the hosts that bear its name, the organisation comes before the project.
  const isBare = hostname.endsWith('.visualstudio.com')
    ? parts.length === 0
    : parts.length < 2;
  return `${isBare ? name : decode(parts[parts.length - 1])}/${name}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
