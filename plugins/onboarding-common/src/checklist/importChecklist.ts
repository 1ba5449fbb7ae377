import { isolated } from '@fairlead/bidi-text';
import {
  OnboardingTrackEntityV1alpha1,
  TrackMilestone,
  TrackTask,
} from '../track';
import { LIMITS } from './limits';
import { readFrontMatter } from './readFrontMatter';
import { HeadingMeaning, readHeading } from './readHeading';
import { readInline } from './readInline';
import { ChecklistLine, readLines } from './readLines';
import { createIds, cutText, slugOf } from './slug';
import { ChecklistProblem, ImportedChecklist } from './types';

const ID_LENGTH = 48;

/** What nobody named. */
const NO_TITLE = 'Onboarding';

/** A heading on the way to a line. */
interface OpenHeading extends HeadingMeaning {
  level: number;
  text: string;
}

/** A task on the way to a line: what is indented deeper belongs to it. */
interface OpenTask {
  task: TrackTask;
  line: ChecklistLine;
  /** Lines below it. */
  below: string[];
  length: number;
}

/** A rule across the page, or a tag of HTML around what is read. */
function isDecoration(text: string): boolean {
  return /^\s*(?:(?:[-*_]\s*){3,}|<\/?[a-z][^<>]{0,200}>\s*)$/i.test(text);
}

/** One reading of one checklist. */
class ChecklistReader {
  readonly #source: string;
  readonly #options: { name?: string; owner: string };
  readonly #problems: ChecklistProblem[] = [];
  readonly #milestones: TrackMilestone[] = [];
  readonly #taskIds = createIds('task', ID_LENGTH);
  readonly #milestoneIds = createIds('tasks', ID_LENGTH);
  readonly #headings: OpenHeading[] = [];
  readonly #open: OpenTask[] = [];
  #milestone: TrackMilestone | undefined;
  #count = 0;
  #words = 0;
  #title: string | undefined;
  #isFull = false;

  constructor(source: string, options: { name?: string; owner: string }) {
    this.#source = source;
    this.#options = options;
  }

  read(): ImportedChecklist {
    if (this.#source.length > LIMITS.length) {
      this.#tell(
        { line: 1, column: 1 },
        `Only the first ${
          LIMITS.length / 1024
        } thousand characters were read, split the checklist`,
      );
    }
    const lines = this.#source
      .slice(0, LIMITS.length)
      .replace(/^\ufeff/, '')
      .split(/\r\n|\r|\n/)
      .map((line, index) => this.#cut(line, index));
    const front = readFrontMatter(lines);
    if (front.isUnreadable) {
      this.#tell(
        { line: 1, column: 1 },
        'What stands between the lines of --- is no YAML that can be read, it is left out',
      );
    }
    for (const line of readLines(lines, { from: front.end })) {
      this.#readLine(line);
    }
    this.#closeTasks(0);
    const milestones = this.#milestones.filter(({ tasks }) => tasks.length > 0);
    if (milestones.length === 0) {
      this.#tell(
        { line: 1, column: 1 },
        'There is no task in it, tasks are lines such as "- [ ] Set up the laptop"',
      );
      return { problems: this.#problems };
    }
    return {
      track: this.#toTrack(milestones, front),
      problems: this.#problems,
    };
  }

  #cut(line: string, index: number): string {
    if (line.length <= LIMITS.line) {
      return line;
    }
    this.#tell(
      { line: index + 1, column: LIMITS.line + 1 },
      `The line has more than ${LIMITS.line} characters, the rest of it is left out`,
    );
    return line.slice(0, LIMITS.line);
  }

  #readLine(line: ChecklistLine): void {
    if (line.kind === 'heading') {
      this.#readHeading(line);
    } else if (line.kind === 'task') {
      this.#readTask(line);
    } else {
      this.#readText(line);
    }
  }

  #readHeading({ level, text }: ChecklistLine): void {
    this.#closeTasks(0);
    while ((this.#headings.at(-1)?.level ?? 0) >= level) {
      this.#headings.pop();
    }
    const words = cutText(readInline(text).text, LIMITS.title);
    if (level === 1 && this.#title === undefined) {
      this.#title = words;
    }
    this.#headings.push({ level, text: words, ...readHeading(words) });
    this.#milestone = undefined;
  }

  #readTask(line: ChecklistLine): void {
    this.#closeTasks(line.level);
    const parent = this.#open.at(-1);
    const { text, links, left } = readInline(line.text);
    if (text === '') {
      this.#tell(line, 'The task has no text, it is left out');
      return;
    }
    if (this.#count >= LIMITS.tasks) {
      if (!this.#isFull) {
        this.#tell(
          line,
          `A track has ${LIMITS.tasks} tasks at most, this one and those that follow are left out`,
        );
        this.#isFull = true;
      }
      return;
    }
    this.#count += 1;
    this.#tellLeft(line, left);
    const task: TrackTask = {
      id: this.#taskIds(text),
      title: cutText(text, LIMITS.title),
      ...(links.length > 0 && { links: links.slice(0, LIMITS.links) }),
      ...this.#doerOf(line.text, parent),
      ...(parent && { after: [parent.task.id], optional: true }),
    };
    this.#currentMilestone().tasks.push(task);
    const opened = { task, line, below: [], length: 0 };
    this.#open.push(opened);
    if (text.length > LIMITS.title) {
      this.#addBelow(opened, { ...line, text });
    }
  }

  #doerOf(text: string, parent: OpenTask | undefined): Pick<TrackTask, 'for'> {
    const [, mentioned] =
      /(?:^|[\s([])@(buddy|manager)\b/i.exec(text) ??
      /^[*_]{0,3}(buddy|manager)[*_]{0,3}:/i.exec(text) ??
      [];
    const doer =
      mentioned?.toLocaleLowerCase('en-US') ??
      parent?.task.for ??
      this.#headings.findLast(heading => heading.for)?.for;
    return doer ? { for: doer } : {};
  }

  #readText(line: ChecklistLine): void {
    const { text } = line;
    const task = this.#open.at(-1);
    if (text.trim() === '') {
      task?.below.push('');
      return;
    }
    // What is not indented belongs to the line above only where nothing stands between them.
    const isLazy = task?.below.at(-1) !== '' || task.below.length === 0;
    if (task && (line.level >= task.line.inner || isLazy)) {
      this.#addBelow(task, line);
      return;
    }
    this.#closeTasks(line.level);
    const outer = this.#open.at(-1);
    if (outer && line.level >= outer.line.inner) {
      this.#addBelow(outer, line);
    } else if (!isDecoration(text)) {
      this.#closeTasks(0);
      this.#tell(line, 'The text stands below no task, it is left out');
    }
  }

  #addBelow(task: OpenTask, line: ChecklistLine): void {
    const { text } = line;
    if (
      task.length + text.length > LIMITS.description ||
      this.#words + text.length > LIMITS.descriptions
    ) {
      this.#tell(line, 'The description is too long, the line is left out');
      return;
    }
    task.length += text.length + 1;
    this.#words += text.length + 1;
    // What is indented as far as the text of the task begins at the margin.
    task.below.push(
      text.replace(/^[ \t]*/, blank => blank.slice(task.line.inner)),
    );
  }

  /** Ends the tasks that a line indented so far does not belong to. */
  #closeTasks(indent: number): void {
    for (
      let last = this.#open.at(-1);
      last && (indent === 0 || indent < last.line.inner);
      last = this.#open.at(-1)
    ) {
      const description = last.below.join('\n').trim();
      if (description) {
        last.task.description = description;
      }
      this.#open.pop();
    }
  }

  #currentMilestone(): TrackMilestone {
    if (this.#milestone) {
      return this.#milestone;
    }
    const last = this.#milestones.at(-1);
    if (last && this.#milestones.length >= LIMITS.milestones) {
      return last;
    }
    // The heading that names the whole names no part of it, unless it is the only one.
    const named = this.#headings.filter(
      ({ level, text }) => text && (level > 1 || this.#headings.length === 1),
    );
    const title = named.map(({ text }) => text).join(': ') || 'Tasks';
    const due = this.#headings.findLast(heading => heading.due)?.due;
    const milestone = {
      id: this.#milestoneIds(title),
      title: cutText(title, LIMITS.title),
      ...(due && { due }),
      tasks: [],
    };
    this.#milestones.push(milestone);
    this.#milestone = milestone;
    return milestone;
  }

  #toTrack(
    milestones: TrackMilestone[],
    front: { name?: string; about?: string },
  ): OnboardingTrackEntityV1alpha1 {
    const title = front.name ?? this.#title ?? '';
    const name = this.#options.name ?? slugOf(title, ID_LENGTH);
    const hasBuddy = milestones.some(({ tasks }) =>
      tasks.some(task => task.for === 'buddy'),
    );
    return {
      apiVersion: 'fairlead.dev/v1alpha1',
      kind: 'OnboardingTrack',
      metadata: {
        name: name || 'onboarding',
        title: cutText(title || NO_TITLE, LIMITS.title),
        ...(front.about && { description: cutText(front.about, 2_000) }),
      },
      spec: {
        owner: this.#options.owner,
        ...(hasBuddy && { buddy: {} }),
        milestones,
      },
    };
  }

  #tellLeft(line: ChecklistLine, left: readonly string[]): void {
    for (const url of left) {
      this.#tell(
        line,
        isolated`The link to '${url.slice(
          0,
          200,
        )}' leads nowhere from outside of this file, it is left out`,
      );
    }
  }

  #tell({ line, column }: { line: number; column: number }, message: string) {
    if (this.#problems.length < LIMITS.problems) {
      this.#problems.push({ line, column, message });
    }
  }
}

/**
 * Turns a checklist in Markdown, as teams keep it in templates of issues, into a track: headings become milestones, lines
 * with a box become tasks, those nested in another one are optional and come after it, and the text below a line is its
 * description. What could not be read is told with its place. Takes any text, in time that grows with its length.
 *
 * @remarks
 *
 * Words of headings such as "First week" say until when, "Buddy" and "Manager" who; `@buddy` and `@manager` in a line do so
 * for the line. The track is a good one, whatever the text is.
 *
 * @param options - `owner` is the ref of the team that answers for the track; `name` is made from the title when left out
 * @public
 */
export function importChecklist(
  markdown: string,
  options: { name?: string; owner: string },
): ImportedChecklist {
  return new ChecklistReader(markdown, options).read();
}
