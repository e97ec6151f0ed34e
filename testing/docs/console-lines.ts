import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import ts from 'typescript';

/** Talks to the console for the others: `warnOnce(area, line)`. It has no words of its own. */
const SPEAKER = 'warnOnce';

/** A module's source, and where names that it imports come from. */
interface Module {
  file: string;
  source: ts.SourceFile;
}

/**
 * Every line that the widget can write to a page's console, `[aiw]` or `[aiw:area]` before it.
 *
 * What is filled in at run time is `…`. Read from the syntax of `src/` and `loader/`, tests apart.
 *
 * @throws {Error} Where a line cannot be read from the source: it could not be documented either.
 */
export function consoleLines(root: string): string[] {
  const lines = ['src', 'loader'].flatMap(folder =>
    readdirSync(join(root, folder), {recursive: true})
      .map(name => join(folder, String(name)))
      .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap(file => linesOf(parse(root, file), root)),
  );
  return [...new Set(lines)].sort();
}

function parse(root: string, file: string): Module {
  const text = readFileSync(join(root, file), 'utf8');
  return {file, source: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)};
}

function linesOf(module: Module, root: string): string[] {
  const lines: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name?.text === SPEAKER) return;
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(module.source);
      const [first, second] = node.arguments;
      // A table is data, not a line.
      if (callee.startsWith('console.') && callee !== 'console.table') {
        lines.push(...wordsOf(first, module, root));
      }
      if (callee === SPEAKER) {
        const [area = ''] = wordsOf(first, module, root);
        const prefix = `[aiw${area && `:${area}`}] `;
        lines.push(...wordsOf(second, module, root).map(words => prefix + words));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(module.source);
  return lines;
}

/** What an argument can say: one text, or each value of a table of texts. */
function wordsOf(node: ts.Expression | undefined, module: Module, root: string): string[] {
  if (node === undefined) throw new Error(`${module.file}: a console line without words.`);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [[node.head.text, ...node.templateSpans.map(({literal}) => literal.text)].join('…')];
  }
  if (ts.isElementAccessExpression(node)) return wordsOf(node.expression, module, root);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties
      .filter(ts.isPropertyAssignment)
      .flatMap(({initializer}) => wordsOf(initializer, module, root));
  }
  if (ts.isIdentifier(node)) return constantOf(node.text, module, root);
  return [joined(node, module)];
}

/** `[a, 'b'].filter(Boolean).join(' ')`: its texts, and `…` for the rest. */
function joined(node: ts.Expression, {file, source}: Module): string {
  let inner: ts.Expression = node;
  while (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression)) {
    inner = inner.expression.expression;
  }
  if (!ts.isArrayLiteralExpression(inner)) {
    const {line} = source.getLineAndCharacterOfPosition(node.getStart(source));
    throw new Error(`${file}:${line + 1}: write the console line so that it can be read here.`);
  }
  return inner.elements.map(part => (ts.isStringLiteralLike(part) ? part.text : '…')).join(' ');
}

function constantOf(name: string, module: Module, root: string): string[] {
  for (const statement of module.source.statements) {
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find(
        declaration => declaration.name.getText(module.source) === name,
      );
      if (found) return wordsOf(found.initializer, module, root);
    }
    if (ts.isImportDeclaration(statement) && imports(statement, name)) {
      const path = (statement.moduleSpecifier as ts.StringLiteral).text.replace(/\.js$/, '.ts');
      return constantOf(name, parse(root, join(dirname(module.file), path)), root);
    }
  }
  throw new Error(`${module.file}: ${name} is no constant with the words of a console line.`);
}

function imports({importClause}: ts.ImportDeclaration, name: string): boolean {
  const named = importClause?.namedBindings;
  return (
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.some(element => element.name.text === name)
  );
}
