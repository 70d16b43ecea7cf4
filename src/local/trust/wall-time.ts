/** A wall-clock time so many minutes into a day: `2026-12-09T15:20`. */
export function wallTime(date: string, minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
