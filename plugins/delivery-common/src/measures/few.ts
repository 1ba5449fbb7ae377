/**
 * The fewest samples of which a share or a rate is told as such where an installation does not choose: fewer are told as
 * a count, "0 of 2" and never "0 %".
 *
 * @public
 */
export const FEWEST = 5;
