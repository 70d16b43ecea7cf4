/**
 * Cuts a text into pieces of at most `max` UTF-16 units, as SharePoint counts them, without cutting a character in two.
 * Joined again they are the text, unit for unit.
 */
export function splitText(text: string, max: number): readonly [string, ...string[]] {
  if (text.length <= max) return [text];
  const last = text.charCodeAt(max - 1);
  const inPair = last >= 0xd800 && last <= 0xdbff;
  const cut = inPair ? max - 1 : max;
  return [text.slice(0, cut), ...splitText(text.slice(cut), max)];
}
