import type { LintRule } from '../rule.ts';
import { authenticationRules } from './authentication.ts';
import { carrierRules } from './carriers.ts';
import { charsetRules } from './charset.ts';
import { encodedWordRules } from './encoded-words.ts';
import { headerRules } from './headers.ts';
import { htmlRules } from './html.ts';
import { lineRules } from './lines.ts';
import { linkRules } from './links.ts';

/** Every rule of `todoku mail lint`, in the order of the page about them. */
export const lintRules: readonly LintRule[] = [
  ...authenticationRules,
  ...headerRules,
  ...encodedWordRules,
  ...charsetRules,
  ...lineRules,
  ...linkRules,
  ...htmlRules,
  ...carrierRules,
];
