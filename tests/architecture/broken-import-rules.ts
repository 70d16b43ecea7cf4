import { cruise } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';

/** One import that a rule refuses. */
export interface BrokenRule {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Every import under src, bot and tab of a checkout that breaks a rule, types included.
 * @param root absolute path of the checkout
 */
export async function brokenImportRules(root: string): Promise<readonly BrokenRule[]> {
  const { output } = await cruise(
    ['src', 'bot', 'tab'],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: importRules },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)dist/' },
    },
    {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.css', '.json'],
      mainFields: ['module', 'main', 'types'],
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  );
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
