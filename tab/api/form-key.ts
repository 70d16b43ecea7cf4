/** 128 bits from the browser's CSPRNG as 32 hexadecimal digits. */
export function formKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
