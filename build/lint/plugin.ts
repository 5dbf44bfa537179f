import path from 'node:path';
import type { RuleTester } from 'oxlint/plugins-dev';
import { refuseFileName } from './file-names.ts';
import { refuseFile, refusePackage } from './layers.ts';
import { isShown, refuseAttribute, refuseMethod, refuseText } from './spoken.ts';

type Rule = Parameters<RuleTester['run']>[1];

const root = path.resolve(import.meta.dirname, '../..');

/** Whatever names another module, type-only imports included. */
interface Naming {
  readonly type: string;
  readonly range: [number, number];
  readonly source?: { readonly value?: unknown } | null;
}

/** Whether an import is one of ours to look at, seen from the file that makes it. */
function refusal(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) {
    return refusePackage(file, specifier);
  }
  const bare = specifier.split('?')[0] ?? specifier;
  return refuseFile(file, path.posix.join(path.posix.dirname(file), bare));
}

const importBoundaries: Rule = {
  create(context) {
    const file = fromRoot(context.filename);
    const look = (node: Naming) => {
      const specifier = node.source?.value;
      const message = typeof specifier === 'string' ? refusal(file, specifier) : undefined;
      if (message !== undefined) {
        context.report({ message, node });
      }
    };
    return {
      ImportDeclaration: look,
      ExportAllDeclaration: look,
      ExportNamedDeclaration: look,
      ImportExpression: look as never,
      TSImportType: look,
    };
  },
};

const fileNames: Rule = {
  create(context) {
    return {
      Program(node) {
        const message = refuseFileName(fromRoot(context.filename));
        if (message !== undefined) {
          context.report({ message, node });
        }
      },
    };
  },
};

/** The text of a literal, or of a template between what it puts in; `undefined` for anything else. */
function textOf(value: unknown): string | undefined {
  const node = value as { type?: string; value?: unknown; expression?: unknown; quasis?: readonly { value: { raw: string } }[] } | null;
  if (node?.type === 'JSXExpressionContainer') return textOf(node.expression);
  if (node?.type === 'TemplateLiteral') return node.quasis?.map((one) => one.value.raw).join(' ');
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

const saidInWords: Rule = {
  create(context) {
    if (!isShown(fromRoot(context.filename))) return {};
    const report = (node: Naming, message: string | undefined) => {
      if (message !== undefined) context.report({ message, node });
    };
    return {
      JSXText: (node) => report(node, refuseText(node.value)),
      JSXAttribute: (node) => {
        const text = textOf(node.value);
        if (text !== undefined && node.name.type === 'JSXIdentifier') report(node, refuseAttribute(node.name.name, text));
      },
      JSXExpressionContainer: (node) => {
        const inElement = (node.parent as { type?: string } | null)?.type === 'JSXElement';
        const text = inElement ? textOf(node.expression) : undefined;
        if (text !== undefined) report(node, refuseText(text));
      },
      MemberExpression: (node) => {
        if (node.property.type === 'Identifier') report(node, refuseMethod(node.property.name));
      },
    };
  },
};

function fromRoot(file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

export const rules = { 'import-boundaries': importBoundaries, 'file-names': fileNames, 'said-in-words': saidInWords };

// Oxlint wants a plugin as the default export.
export default { meta: { name: 'house' }, rules };
