import { z } from 'zod';

/** Bitbucket writes null for what there is not. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform(value => value ?? undefined);

const WHOLE_HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * The hash of a commit. Payloads about requests shorten it: what is not whole would be found nowhere, and is left out.
 */
export const wholeHash = optional(
  z.object({ hash: optional(z.string()) }),
).transform(told =>
  told?.hash && WHOLE_HASH.test(told.hash) ? { hash: told.hash } : undefined,
);

/** An account: that of a person has the type `user`, that of a program `app_user`. */
export const account = optional(
  z.object({
    type: optional(z.string()),
    uuid: optional(z.string()),
    account_id: optional(z.string()),
    nickname: optional(z.string()),
  }),
);

/** An account, where a payload names one. */
export type Account = z.output<typeof account>;

/** The repository that an event is about. Only the API tells its main branch. */
export const repository = z.object({
  uuid: optional(z.string()),
  full_name: z.string().min(1),
  mainbranch: optional(z.object({ name: optional(z.string()) })),
});

/** Something of which only the name is read. */
export const named = optional(z.object({ name: optional(z.string()) }));

/** The page of something for people. */
export const links = optional(
  z.object({ html: optional(z.object({ href: optional(z.string()) })) }),
);
