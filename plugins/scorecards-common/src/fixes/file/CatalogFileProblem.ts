/**
 * Why a catalog file cannot be edited: it is made by a template, is no good YAML, does not declare the entity, fills the
 * field from elsewhere, is written in a way that leaves no place for the edit, or says already what is wanted.
 *
 * @public
 */
export type CatalogFileProblem =
  | 'template'
  | 'syntax'
  | 'not-found'
  | 'elsewhere'
  | 'no-place'
  | 'ahead';
