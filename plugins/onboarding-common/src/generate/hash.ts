/** A short name for a text: FNV-1a twice, with another beginning, 64 bits in all. */
export function shortHash(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map(basis => {
      let hash = basis;
      for (let index = 0; index < text.length; index += 1) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
      }
      return (hash >>> 0).toString(36).padStart(7, '0');
    })
    .join('');
}
