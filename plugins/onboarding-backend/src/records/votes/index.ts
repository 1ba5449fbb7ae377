export { AuthorizedVotes } from './AuthorizedVotes';
export { DatabaseVotes } from './DatabaseVotes';
export { readVotes } from './readVotes';
export type { Votes } from './Votes';
