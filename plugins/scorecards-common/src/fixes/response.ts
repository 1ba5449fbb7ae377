import { CatalogFileProblem } from './file/CatalogFileProblem';
import { EntityChange, FixPlaceholder } from './types';

/** A level that an entity would reach, or fall from, with an edit. @public */
export interface LevelMove {
  scorecardRef: string;
  level: string;
}

/** Why the file of an entity cannot be shown and edited. @public */
export interface FixFileProblem {
  reason:
    | CatalogFileProblem
    /** The portal has no integration with the host of the file, or it is on a disk. */
    | 'unreachable'
    /** The host did not answer with it. */
    | 'unreadable'
    | 'too-large'
    /** What the file says differs so from the catalog that the edit would not help. */
    | 'differs';
  message: string;
}

/** `GET /entities/:kind/:namespace/:name/fixes/:scorecardNamespace/:scorecardName/:check` @public */
export interface CheckFixResponse {
  /**
   * `edit` of the file that declares the entity; a `link` or a `text` that the scorecard's owners wrote; `none` when the
   * check does not fail, or nobody said how it is mended.
   */
  kind: 'edit' | 'link' | 'text' | 'none';
  /** The address of the file that declares the entity. */
  file?: string;
  /** Where that file is edited in a browser. */
  editUrl?: string;
  /** The document of the entity in its file, as it is. */
  before?: string;
  /** The same with the changes made; placeholders stand in it as their markers. */
  after?: string;
  /** The line of the file that `before` begins at. */
  line?: number;
  /** What is changed. */
  changes?: EntityChange[];
  /** What a person has to fill in. */
  placeholders?: FixPlaceholder[];
  /** What the changes write, as lines to copy. */
  lines?: string;
  /** Why there is no `before` and `after`. */
  problem?: FixFileProblem;
  /** The levels that the edit reaches, over all scorecards of the entity. */
  gains: LevelMove[];
  /** The levels that the edit falls from. */
  loses: LevelMove[];
  /** What the scorecard's owners say, Markdown. */
  text?: string;
  /** Where to read on, or the template that mends it. */
  url?: string;
  /** The check as a task for an agent, Markdown. */
  prompt: string;
  /** How to see that it is mended. */
  verify?: string;
}
