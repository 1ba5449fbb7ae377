/** The reason of the first transition that an entity has under a scorecard. */
export const FIRST_RESULT = 'First result';
