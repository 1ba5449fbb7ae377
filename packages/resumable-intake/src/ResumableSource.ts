/** What a source tells at once, and where the next page begins. */
export interface ResumablePage {
  /** Stored with what the page holds in one transaction; handed to the next run. */
  cursor: string;
}

/** Where records come from. */
export interface ResumableSource<TPage extends ResumablePage> {
  /** Its position is stored under it. */
  id: string;
  /** Answers what is new since the cursor, page by page. What it tells may come again, and in any order. */
  observe(options: {
    /** Of the last page that was stored; undefined at the beginning. */
    cursor: string | undefined;
    signal: AbortSignal;
  }): AsyncIterable<TPage>;
}
