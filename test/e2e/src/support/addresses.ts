/** Where the backend of the portal is, which serves the built app as well. */
export const backend = `http://localhost:${process.env.BACKEND_PORT ?? '7107'}`;

/** Where the development server of the portal is. */
export const developed = `http://localhost:${process.env.PORT ?? '3100'}`;

/** A portal that runs already, instead of one of our own. */
export const running =
  process.env.FAIRLEAD_URL && new URL(process.env.FAIRLEAD_URL).origin;

/** Where the stand-in of GitHub is, while a test runs it. */
export const standIn = `http://localhost:${
  process.env.STAND_IN_PORT ?? '7180'
}`;
