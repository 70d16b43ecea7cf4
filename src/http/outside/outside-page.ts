import { createHash } from 'node:crypto';

/** Why the page is shown again. Whether a link is unknown, has ended, or the code was wrong is one answer. */
export type OutsideSaid = 'refused' | 'no-code' | 'too-many';

const said: Readonly<Record<OutsideSaid, string>> = {
  refused:
    'This did not open anything. Look at the code once more. If it is right, this link does not work any more: ask the school for a new one.',
  'no-code': 'Type the eight digits of the code.',
  'too-many': 'That was too often in a short time. Wait a minute, then try again.',
};

const style = `
:root { color-scheme: light dark; --ground: #f5f5f5; --sheet: #ffffff; --text: #242424; --quiet: #424242; --line: #616161; --strong: #115ea3; --on: #ffffff; --bad: #b10e1c; }
@media (prefers-color-scheme: dark) { :root { --ground: #141414; --sheet: #292929; --text: #ffffff; --quiet: #d6d6d6; --line: #adadad; --strong: #62abf5; --on: #0a0a0a; --bad: #f1707b; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px; background: var(--ground); color: var(--text); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 480px; margin: 0 auto; padding: 24px; background: var(--sheet); border-radius: 8px; border: 1px solid transparent; }
h1 { margin: 0 0 12px; font-size: 24px; line-height: 1.3; }
p { margin: 0 0 16px; }
label { display: block; font-weight: 600; }
.hint { margin: 0 0 8px; color: var(--quiet); }
.bad { padding-left: 12px; border-left: 4px solid var(--bad); font-weight: 600; }
input { width: 100%; max-width: 240px; min-height: 44px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 4px; background: var(--sheet); color: var(--text); font: 20px/1.2 ui-monospace, Consolas, monospace; letter-spacing: 0.1em; }
button { display: block; min-height: 44px; margin: 16px 0 24px; padding: 8px 20px; border: 1px solid transparent; border-radius: 4px; background: var(--strong); color: var(--on); font: inherit; font-weight: 600; }
input:focus-visible, button:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
.quiet { margin: 0; color: var(--quiet); font-size: 14px; }
`;

/** One style, known by its digest, and nothing else: no script, no picture, no other address; the form goes back to where it came from. */
export const outsidePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join(';');

/** The page on which somebody outside types the code of a link. Nothing on it comes from a record or from the request. */
export function outsidePage(why?: OutsideSaid): string {
  const problem = why === undefined ? '' : `<p class="bad" id="problem" role="alert">${said[why]}</p>`;
  const described = why === undefined ? 'hint' : 'problem hint';
  const invalid = why === 'refused' || why === 'no-code' ? ' aria-invalid="true"' : '';
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${why === undefined ? '' : 'Not opened: '}Minutes of a meeting</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Minutes of a meeting</h1>
<p>A school has sent you the minutes of a meeting to which you were asked. They come as a PDF file.</p>
${problem}
<form method="post" autocomplete="off">
<label for="code">Code</label>
<p class="hint" id="hint">Eight digits that the school told you, by telephone or in person.</p>
<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required aria-describedby="${described}"${invalid}${why === undefined ? '' : ' autofocus'}>
<button type="submit">Open the minutes</button>
</form>
<p class="quiet">What you open is confidential. Do not pass on this address, the code or the file. The link works for a few days and ends after several wrong codes.</p>
</main>
</body>
</html>
`;
}
