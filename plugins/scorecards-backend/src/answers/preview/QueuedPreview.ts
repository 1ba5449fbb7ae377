import { ServiceUnavailableError } from '@backstage/errors';
import { setImmediate as others } from 'node:timers/promises';
import { ForVisible } from '../../catalog/visibility';
import { Preview, PreviewRequest } from './Preview';

/** Each takes a part of the one event loop: more at once would make each of them, and all else, slower. */
const AT_ONCE = 2;
const MOST_WAITING = 10;
/** Milliseconds. */
const PATIENCE = 20_000;

/** Runs few previews at once. Others wait for a while, or are told to come back. */
export class QueuedPreview implements Preview<ForVisible> {
  readonly #preview: Preview<ForVisible>;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  static create(preview: Preview<ForVisible>): QueuedPreview {
    return new QueuedPreview(preview);
  }

  private constructor(preview: Preview<ForVisible>) {
    this.#preview = preview;
  }

  async run(request: PreviewRequest, scope: ForVisible) {
    await this.#turn(request.signal);
    try {
      // Lets other requests run between two previews.
      await others();
      return await this.#preview.run(request, scope);
    } finally {
      const [next] = this.#waiting;
      if (next) {
        this.#waiting.delete(next);
        next();
      } else {
        this.#running -= 1;
      }
    }
  }

  /** Waits until fewer are running; whoever ends hands over to the one that has waited longest. */
  async #turn(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#running < AT_ONCE) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.size >= MOST_WAITING) {
      throw busy();
    }
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      // Leave the queue at once, so that no finished preview hands over to a request that is gone.
      const leave = (reason: unknown) => {
        this.#waiting.delete(resolve);
        reject(reason);
      };
      this.#waiting.add(resolve);
      timer = setTimeout(() => leave(busy()), PATIENCE);
      signal?.addEventListener('abort', () => leave(signal.reason), {
        once: true,
      });
    }).finally(() => clearTimeout(timer));
  }
}

function busy() {
  return new ServiceUnavailableError(
    'Too many previews are under way; try again in a moment',
  );
}
