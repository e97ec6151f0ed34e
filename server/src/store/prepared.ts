import type {Compilable, CompiledQuery, Kysely, QueryResult} from 'kysely';
import {isPostgres} from './postgres.js';
import type {Database} from './schema.js';
import {withoutNul} from './without-nul.js';

/** Stands for a value that comes with each run. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Gives a stand-in for each value that comes with a run, of the value's own type. */
type Stand<Values> = <Name extends keyof Values & string>(name: Name) => Values[Name];

/** Runs a statement with its values. */
type Run<Values, Row> = (db: Kysely<Database>, values: Values) => Promise<QueryResult<Row>>;

/**
 * A statement that is built and put into SQL once for each kind of database, for what every visitor
 * needs: building it takes longer than running it.
 *
 * `prepared<{token: string}>()((db, value) => db.selectFrom(…).where('token', '=', value('token')))`
 */
export function prepared<Values extends object>() {
  const value: Stand<Values> = name => new Placeholder(name) as never;
  return <Row>(
    build: (db: Kysely<Database>, value: Stand<Values>) => Compilable<Row>,
  ): Run<Values, Row> => {
    const statements = new Map<boolean, CompiledQuery<Row>>();
    return (db, values) => {
      const postgres = isPostgres(db);
      const statement = statements.get(postgres) ?? build(db, value).compile();
      statements.set(postgres, statement);
      const given = values as Record<string, unknown>;
      const parameters = statement.parameters.map(parameter => {
        if (!(parameter instanceof Placeholder)) return parameter;
        return postgres ? withoutNul(given[parameter.name]) : given[parameter.name];
      });
      return db.executeQuery<Row>({...statement, parameters});
    };
  };
}
