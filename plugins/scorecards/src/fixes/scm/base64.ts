/** The text in a base64 string as hosts answer it, with its byte order mark. */
export function decodeBase64(base64: string): string {
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), character =>
    character.charCodeAt(0),
  );
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function encodeBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}
