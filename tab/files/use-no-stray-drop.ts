import { useEffect } from 'react';

/** A file that is dropped beside the place for files does nothing. A browser would open it in place of this page, and all that was typed with it. */
export function useNoStrayDrop(): void {
  useEffect(() => {
    const over = new AbortController();
    const ignore = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, ignore, { signal: over.signal });
    return () => over.abort();
  }, []);
}
