import { CustomErrorBase } from '@backstage/errors';
import { Path } from './Source';

/** Something has no equivalent; the path says where below what is being converted it stands. */
export class CannotConvert extends CustomErrorBase {
  name = 'CannotConvert' as const;
  readonly path: Path;

  constructor(path: Path, message: string) {
    super(message);
    this.path = path;
  }
}
