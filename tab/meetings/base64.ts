/** Bytes as text, in pieces: a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let i = 0; i < bytes.length; i += piece) text += String.fromCharCode(...bytes.subarray(i, i + piece));
  return btoa(text);
}

export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
