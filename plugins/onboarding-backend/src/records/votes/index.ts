export { AuthorizedVotes } from './AuthorizedVotes';
export { DatabaseVotes } from './DatabaseVotes';
export type { Votes } from './Votes';
