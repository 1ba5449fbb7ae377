/** A folder and those that it lies in, the nearest first; the root is the last and empty. */
export function withParents(folder: string): string[] {
  const folders = [folder];
  let left = folder;
  while (left !== '') {
    left = left.slice(0, Math.max(0, left.lastIndexOf('/')));
    folders.push(left);
  }
  return folders;
}

/** The folder and the name of a file. */
export function splitPath(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1) };
}
