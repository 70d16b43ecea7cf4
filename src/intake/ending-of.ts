/** The ending of a file's name, in small letters; empty where there is none. `jpeg` is `jpg`. */
export function endingOf(name: string): string {
  const ending = /\.([^.\s/\\]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  return ending === 'jpeg' ? 'jpg' : ending;
}
