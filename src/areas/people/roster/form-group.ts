const form = /^(?:(?:form|reg|registration|tutor(?: group)?)\s*:?\s+)?((?:\d{1,2}|R|N)[\s-]?[A-Z]{1,3}\d?)$/i;

/** The form that a class is, by its name: `7B`, `Form 7B`, `Tutor group 10-C`; undefined for a class that is none. */
export function formGroupOf(title: string): string | undefined {
  return form.exec(title.trim())?.[1]?.replace(/[\s-]/g, '').toUpperCase();
}
