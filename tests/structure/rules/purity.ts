import ts from 'typescript';
import { hasCode, lineOf, nodesOf } from './code.ts';
import { layerOf, pureLayers } from './layers.ts';
import { isDeclaredInFile } from './scope.ts';
import type { Rule, SourceFile, Violation } from './source.ts';

const clock = 'a clock; time is an argument, in whole milliseconds';
const chance = 'chance without a seed; draw from the seeded chance of the run';
const surroundings = 'the outside world; take what is needed as an argument';

const bannedNames: Readonly<Record<string, string>> = {
  Date: clock,
  performance: clock,
  queueMicrotask: clock,
  requestAnimationFrame: clock,
  requestIdleCallback: clock,
  setImmediate: clock,
  setInterval: clock,
  setTimeout: clock,
  crypto: chance,
  WebSocket: surroundings,
  Worker: surroundings,
  XMLHttpRequest: surroundings,
  document: surroundings,
  fetch: surroundings,
  globalThis: surroundings,
  history: surroundings,
  indexedDB: surroundings,
  localStorage: surroundings,
  location: surroundings,
  navigator: surroundings,
  process: surroundings,
  self: surroundings,
  sessionStorage: surroundings,
  window: surroundings,
};

/** What Math does alike in every engine; the rest may differ in the last digit. */
const exactMath = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
]);

/** Below the stores there is no clock, no unseeded chance, no browser; in the model no inexact sum. */
export const purity: Rule = (files) =>
  files
    .filter((file) => {
      const layer = layerOf(file.path);
      return layer !== undefined && pureLayers.includes(layer) && hasCode(file);
    })
    .flatMap((file) => nodesOf(file).flatMap((node) => objectionsTo(file, node)));

function objectionsTo(file: SourceFile, node: ts.Node): Violation[] {
  const what = ts.isIdentifier(node)
    ? nameObjection(file, node)
    : ts.isBinaryExpression(node) && powerObjection(file, node);
  return what ? [{ file: file.path, line: lineOf(file, node), message: what }] : [];
}

function nameObjection(file: SourceFile, name: ts.Identifier): string | undefined {
  if (isOnlyAProperty(name)) return undefined;
  if (name.text === 'Math') return mathObjection(file, name);
  const what = Object.hasOwn(bannedNames, name.text) ? bannedNames[name.text] : undefined;
  return what && !isDeclaredInFile(name) ? `${name.text} is ${what}` : undefined;
}

function mathObjection(file: SourceFile, name: ts.Identifier): string | undefined {
  const use = memberOf(name);
  if (use === undefined) return 'Math is passed on as a whole; name the function where it is used';
  if (use === 'random') return `Math.random is ${chance}`;
  const isConstant = use === use.toUpperCase();
  if (isConstant || exactMath.has(use) || layerOf(file.path) !== 'model') return undefined;
  return `Math.${use} differs between engines; use whole numbers or a table`;
}

/** The member of Math that is meant by `Math.name` or `Math['name']`. */
function memberOf(name: ts.Identifier): string | undefined {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text;
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression)) {
    return parent.argumentExpression.text;
  }
  return undefined;
}

function powerObjection(file: SourceFile, node: ts.BinaryExpression): string | undefined {
  const isPower = node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken;
  if (!isPower || layerOf(file.path) !== 'model') return undefined;
  if (ts.isNumericLiteral(node.left) && ts.isNumericLiteral(node.right)) return undefined;
  return '** differs between engines unless both sides are written out; multiply instead';
}

/** Whether the name is that of somebody's property, which may be called anything. */
function isOnlyAProperty(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) {
    return parent.name === name;
  }
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) {
    return parent.propertyName === name;
  }
  return (
    (ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isJsxAttribute(parent)) &&
    parent.name === name
  );
}
