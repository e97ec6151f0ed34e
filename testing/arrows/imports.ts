import {posix} from 'node:path';
import ts from 'typescript';

/** How a module names another. */
export type ImportForm = 'import' | 're-export' | 'dynamic import' | 'type import';

/** One place where a file names another module. */
export interface ImportSite {
  /** Path from the repository's root, with forward slashes. */
  file: string;
  /** From 1. */
  line: number;
  /** As it is written. */
  specifier: string;
  form: ImportForm;
  /** Whether it is gone once types are stripped. */
  typeOnly: boolean;
}

/** Every import of a source text: static, type-only, dynamic and re-exported ones. */
export function importsOf(file: string, text: string): ImportSite[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const sites: ImportSite[] = [];
  const add = (name: ts.Node | undefined, form: ImportForm, typeOnly: boolean) => {
    if (name === undefined || !ts.isStringLiteralLike(name)) return;
    const line = source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1;
    sites.push({file, line, specifier: name.text, form, typeOnly});
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, 'import', isTypeImport(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, 're-export', isTypeExport(node));
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, 'type import', true);
    } else if (ts.isExternalModuleReference(node)) {
      add(node.expression, 'import', false);
    } else if (ts.isCallExpression(node) && isLoad(node.expression)) {
      add(node.arguments[0], 'dynamic import', false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

/**
 * What an import leads to: a path from the repository's root for a relative one, else the
 * specifier itself.
 */
export function targetOf({file, specifier}: ImportSite): string {
  return specifier.startsWith('.')
    ? posix.normalize(posix.join(posix.dirname(file), specifier))
    : specifier;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every(element => element.isTypeOnly)
  );
}

function isTypeExport({isTypeOnly, exportClause}: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  return (
    exportClause !== undefined &&
    ts.isNamedExports(exportClause) &&
    exportClause.elements.length > 0 &&
    exportClause.elements.every(element => element.isTypeOnly)
  );
}

function isLoad(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(callee) && callee.text === 'require')
  );
}
