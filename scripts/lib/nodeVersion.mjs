import { SetUpError } from './terminal.mjs';

const SUPPORTED_NODE_MAJORS = [20, 22, 24];

export function checkNode(version = process.versions.node) {
  const major = Number(version.split('.')[0]);
  if (!SUPPORTED_NODE_MAJORS.includes(major)) {
    throw new SetUpError(
      `Node ${version} is not supported; use Node 20, 22 or 24 (nodejs.org, or your version manager).`,
    );
  }
}
