import { type Command, InvalidArgumentError, Option } from 'commander';
import type { GivenSqlOptions } from './commands/sql-options.ts';
import { exitStatus } from './help-texts.ts';
import { textOrJson } from './shared-options.ts';
import { USUAL_STYLES } from './sql-dialects.ts';

/** What is called when the command is. */
export interface SqlAction {
  sql(selector: string | undefined, options: GivenSqlOptions): Promise<void>;
}

/** How many are wanted at most. */
function limitOf(text: string): number {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text)))
    throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

const HELP = `
Values:
  What a selector says stands in values, never in the statement: they are listed
  in comments below it, as the literals they would be. With --inline they stand
  in the statement, which can then be run as it is; programs should pass them
  apart.

Examples:
  $ labelwise sql 'app=web,tier!=cache' --dialect postgres
  $ labelwise sql app=web --dialect postgres --table pods --inline | psql shop
  $ labelwise sql 'rev>4' --dialect sqlite --labels-table pod_labels --count
  $ labelwise sql --schema --dialect clickhouse --table pods | clickhouse-client
  $ labelwise sql 'app in (web,api)' --dialect postgres --where --column labels
  $ labelwise sql 'app=web' --dialect postgres -o json | jq .values
${exitStatus('the query is written', 'it is written, but the selector matches nothing', 'wrong usage, or a selector that is not valid')}`;

/** Adds `labelwise sql`. */
export function addSql(program: Command, actions: SqlAction): void {
  program
    .command('sql')
    .summary('write a selector as a query of a database')
    .usage('[options] --dialect <name> <selector>\n       labelwise sql [options] --dialect <name> --schema')
    .description(
      'Write the query that finds the objects which a selector selects: in PostgreSQL\n' +
        'and what speaks its language, in SQLite, or in ClickHouse. Their ids come in\n' +
        "the database's order. '' selects every object.",
    )
    .argument('[selector]', 'the selector; with --schema it may be left out')
    .addOption(
      new Option('--dialect <name>', 'the database it is for; needed').choices(Object.keys(USUAL_STYLES)),
    )
    .option('--table <name>', 'the table of the objects, as pods or shop.pods (default: objects)')
    .option('--id <column>', 'the column of their ids (default: id)')
    .addOption(
      new Option('--id-type <type>', 'what ids are, for --after and --schema')
        .choices(['text', 'integer'])
        .default('text'),
    )
    .option('--namespace-column <column>', 'the column of their namespaces (default: namespace)')
    .addOption(
      new Option('--column <column>', 'the column of their labels (default: labels)').conflicts(
        'labelsTable',
      ),
    )
    .option('--labels-table <name>', 'the table of labels, where they are in one of their own')
    .option('--object-column <column>', 'its column of the ids of objects (default: object_id)')
    .option('--key-column <column>', 'its column of keys (default: key)')
    .option('--value-column <column>', 'its column of values (default: value)')
    .option('-n, --namespace <name>', "only objects in this namespace; '' for those in none")
    .addOption(new Option('--limit <count>', 'at most so many').argParser(limitOf))
    .option('--after <id>', 'only ids behind this one: the next page')
    .addOption(new Option('--count', 'count them instead').conflicts(['limit', 'after']))
    .addOption(new Option('--where', 'the condition alone').conflicts(['limit', 'after', 'count', 'schema']))
    .option('--schema', 'the statements that create the tables and indexes, before the query')
    .addOption(
      new Option(
        '--parameters <style>',
        'how placeholders look, where the dialect has several: $1 or ?1, ?, :p1',
      ).choices(['numbered', 'anonymous', 'named']),
    )
    .addOption(new Option('--inline', 'literals instead of placeholders').conflicts('parameters'))
    .addOption(textOrJson())
    .addHelpText('after', HELP)
    .action((selector: string | undefined, options: GivenSqlOptions) => actions.sql(selector, options));
}
