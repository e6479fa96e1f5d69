import { DIFF_RULES, RULES } from '../../src/manifests.ts';

/** Text of a rule's help as it is; titles stand in a table, where a bar would part cells. */
function row({ id, severity, isOn, title }: (typeof RULES)[number] | (typeof DIFF_RULES)[number]): string {
  return `| [\`${id}\`](#${id}) | ${severity}${isOn ? '' : ', off'} | ${title} |`;
}

function yaml(text: string): string {
  return `\`\`\`yaml\n${text}\`\`\`\n`;
}

function section({ id, title, help, bad, good }: (typeof RULES)[number]): string {
  return `### ${id}\n\n${title}. ${help}\n\n${yaml(bad)}\nMended:\n\n${yaml(good)}`;
}

function changeSection({ id, title, help }: (typeof DIFF_RULES)[number]): string {
  return `### ${id}\n\n${title}. ${help}\n`;
}

/** The part of docs/lint.md that is made from the rules. */
export function rulesText(): string {
  const table = ['| rule | severity | what is found |', '| --- | --- | --- |'];
  return [
    ...table,
    ...RULES.map(row),
    '',
    'Of a change (`--against`):',
    '',
    ...table,
    ...DIFF_RULES.map(row),
    '',
    ...RULES.map(section),
    ...DIFF_RULES.map(changeSection),
  ].join('\n');
}

const BEGIN = '<!-- rules: npm run rules -->';
const END = '<!-- end of rules -->';

/**
 * A document with the part made from the rules as it is now.
 * @throws Error where the document has no place for it
 */
export function withRules(document: string): string {
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new Error(`the document has no ${BEGIN} … ${END}`);
  return `${document.slice(0, from + BEGIN.length)}\n\n${rulesText()}\n${document.slice(to)}`;
}
