import type { SqlLayout } from '../layout.ts';
import type { IdType } from '../schema/schema-parts.ts';
import type { SqlPage } from '../select-sql.ts';

/** Which part of a result is wanted. */
export interface SqlScope<Id extends string | number = string> extends SqlPage<Id> {
  /** Only objects of this namespace; `''` for those in none. Without it, all objects. */
  readonly namespace?: string;
}

/** Where an adapter finds objects. */
export interface SqlObjectsOptions {
  /** Where objects and their labels are; a table `objects`, with its labels in a column `labels`, where nothing is said. */
  readonly layout?: SqlLayout;
  /** Of what type ids are: texts, where nothing is said, or whole numbers, which are numbers here too. */
  readonly id?: IdType;
}

/** The options of a statement, of an adapter's and a scope's. */
export function statementOptions<Name>(
  dialect: Name,
  { layout }: SqlObjectsOptions,
  scope: { readonly namespace?: string },
): { dialect: Name; layout?: SqlLayout; namespace?: string } {
  return {
    dialect,
    ...(layout !== undefined && { layout }),
    ...(scope.namespace !== undefined && { namespace: scope.namespace }),
  };
}
