import { printConfigSchema } from './config-schema.ts';
import { printEbnf } from './ebnf.ts';
import { printLabelSelectorSchema } from './label-selector-schema.ts';
import { currentLanguage } from './language.ts';
import { drawRailroad } from './railroad.ts';
import { printTextmate } from './textmate.ts';

/** The files of the folder `grammar` that are made from the parser: their texts by their names. */
export function grammarFiles(): Readonly<Record<string, string>> {
  const language = currentLanguage();
  return {
    'selector.ebnf': printEbnf(language),
    'selector.svg': drawRailroad(language),
    'selector.tmLanguage.json': printTextmate(language),
    'label-selector.schema.json': printLabelSelectorSchema(),
    'labelwise.schema.json': printConfigSchema(),
  };
}
