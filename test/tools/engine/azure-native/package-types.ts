import { readFileSync } from "node:fs";
import * as ts from "typescript";

/** What the installed npm package says about one resource type. */
export interface PackageResource {
  readonly token: string;
  readonly apiVersion: string;
  /** Inputs that the constructor hands to the engine. */
  readonly inputs: readonly string[];
  /** Inputs that the constructor refuses to go without. */
  readonly requiredAtRunTime: readonly string[];
  /** Inputs that the arguments' type requires. */
  readonly requiredByType: readonly string[];
  readonly outputs: readonly string[];
  /** Inputs that the constructor fills in. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** What the package says about one function. */
export interface PackageFunction {
  readonly token: string;
  readonly apiVersion: string;
  readonly arguments: readonly string[];
  readonly outputs: readonly string[];
}

/** Reads a resource class of `@pulumi/azure-native`, such as `authorization/roleAssignment`. */
export function readPackageResource(module: string): PackageResource {
  const declaration = parse(`${module}.d.ts`);
  const script = parse(`${module}.js`);
  const assignments = findAll(script, isInputAssignment).filter(({ right }) => !isUndefined(right));
  const args = findInterface(declaration, /Args$/);
  return {
    token: readStaticToken(script),
    apiVersion: readApiVersion(declaration),
    inputs: sorted(assignments.map(readAssignedName)),
    requiredAtRunTime: sorted(readMissingProperties(script)),
    requiredByType: sorted(readMembers(args, (member) => member.questionToken === undefined)),
    outputs: sorted(
      findAll(declaration, ts.isPropertyDeclaration)
        .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true)
        .map(({ name }) => name.getText()),
    ),
    defaults: Object.fromEntries(assignments.flatMap(readDefault)),
  };
}

/** Reads a function of the package, such as `authorization/getRoleDefinition`. */
export function readPackageFunction(module: string): PackageFunction {
  const declaration = parse(`${module}.d.ts`);
  const invoke = findAll(parse(`${module}.js`), ts.isCallExpression).find(
    ({ expression }) => expression.getText() === "pulumi.runtime.invoke",
  );
  const [token, properties] = invoke?.arguments ?? [];
  if (token === undefined || !ts.isStringLiteral(token)) throw new Error(`${module} invokes no function`);
  return {
    token: token.text,
    apiVersion: readApiVersion(declaration),
    arguments: sorted(
      properties !== undefined && ts.isObjectLiteralExpression(properties)
        ? properties.properties.flatMap(({ name }) =>
            name !== undefined && ts.isStringLiteral(name) ? [name.text] : [],
          )
        : [],
    ),
    outputs: sorted(readMembers(findInterface(declaration, /Result$/), () => true)),
  };
}

function parse(file: string): ts.SourceFile {
  const path = require.resolve(`@pulumi/azure-native/${file}`);
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
}

function findAll<Found extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is Found): Found[] {
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

type InputAssignment = ts.BinaryExpression & { readonly left: ts.ElementAccessExpression };

function isInputAssignment(node: ts.Node): node is InputAssignment {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isElementAccessExpression(node.left) &&
    node.left.expression.getText() === "resourceInputs"
  );
}

function isUndefined(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === "undefined";
}

function readAssignedName({ left }: InputAssignment): string {
  if (!ts.isStringLiteral(left.argumentExpression)) throw new Error(`not a literal: ${left.getText()}`);
  return left.argumentExpression.text;
}

function readDefault(assignment: InputAssignment): [string, string][] {
  const { right } = assignment;
  const isDefault = ts.isBinaryExpression(right) && right.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  return isDefault && ts.isStringLiteral(right.right) ? [[readAssignedName(assignment), right.right.text]] : [];
}

function readMissingProperties(script: ts.SourceFile): string[] {
  return findAll(script, ts.isStringLiteral).flatMap(({ text }) => {
    const name = /^Missing required property '(\w+)'$/.exec(text)?.[1];
    return name === undefined ? [] : [name];
  });
}

function readStaticToken(script: ts.SourceFile): string {
  const property = findAll(script, ts.isPropertyDeclaration).find(({ name }) => name.getText() === "__pulumiType");
  if (property?.initializer === undefined || !ts.isStringLiteral(property.initializer))
    throw new Error("no type token");
  return property.initializer.text;
}

function readApiVersion(declaration: ts.SourceFile): string {
  const version = /Uses Azure REST API version (\d{4}-\d{2}-\d{2}(?:-preview)?)\./.exec(declaration.text)?.[1];
  if (version === undefined) throw new Error(`${declaration.fileName} names no API version`);
  return version;
}

function findInterface(declaration: ts.SourceFile, name: RegExp): ts.InterfaceDeclaration {
  const found = findAll(declaration, ts.isInterfaceDeclaration).find((candidate) => name.test(candidate.name.text));
  if (found === undefined) throw new Error(`${declaration.fileName} declares no ${String(name)}`);
  return found;
}

function readMembers(
  declaration: ts.InterfaceDeclaration,
  select: (member: ts.PropertySignature) => boolean,
): string[] {
  return declaration.members
    .filter(ts.isPropertySignature)
    .filter(select)
    .map(({ name }) => name.getText());
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
