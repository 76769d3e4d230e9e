import ts from 'typescript';

/**
 * Whether a name means something that its own file declares, so that a parameter called `process`
 * is not mistaken for the global of that name.
 */
export function isDeclaredInFile(name: ts.Identifier): boolean {
  for (let scope: ts.Node | undefined = name; scope; scope = scope.parent) {
    if (declaredBy(scope).some((binding) => binds(binding, name.text))) return true;
  }
  return false;
}

/** The names a node introduces for what is inside it. */
function declaredBy(scope: ts.Node): ts.BindingName[] {
  if (ts.isFunctionLike(scope)) return scope.parameters.map((parameter) => parameter.name);
  if (ts.isForStatement(scope) || ts.isForOfStatement(scope) || ts.isForInStatement(scope)) {
    const { initializer } = scope;
    return initializer && ts.isVariableDeclarationList(initializer) ? namesIn(initializer) : [];
  }
  if (ts.isCatchClause(scope)) {
    return scope.variableDeclaration ? [scope.variableDeclaration.name] : [];
  }
  if (ts.isSourceFile(scope) || ts.isBlock(scope) || ts.isCaseClause(scope)) {
    return [...scope.statements].flatMap(declaredByStatement);
  }
  return [];
}

function declaredByStatement(statement: ts.Statement): ts.BindingName[] {
  if (ts.isVariableStatement(statement)) return namesIn(statement.declarationList);
  if (ts.isImportDeclaration(statement)) return importedNames(statement.importClause);
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  ) {
    return statement.name ? [statement.name] : [];
  }
  return [];
}

function importedNames(clause: ts.ImportClause | undefined): ts.BindingName[] {
  const named = clause?.namedBindings;
  return [
    ...(clause?.name ? [clause.name] : []),
    ...(named === undefined
      ? []
      : ts.isNamespaceImport(named)
        ? [named.name]
        : named.elements.map((element) => element.name)),
  ];
}

function namesIn(list: ts.VariableDeclarationList): ts.BindingName[] {
  return list.declarations.map((declaration) => declaration.name);
}

function binds(binding: ts.BindingName, text: string): boolean {
  if (ts.isIdentifier(binding)) return binding.text === text;
  return binding.elements.some(
    (element) => ts.isBindingElement(element) && binds(element.name, text),
  );
}
