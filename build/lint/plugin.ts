import path from 'node:path';
import type { RuleTester } from 'oxlint/plugins-dev';
import { refuseFileName } from './file-names.ts';
import { refuseFile, refusePackage } from './layers.ts';

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

function fromRoot(file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

export const rules = { 'import-boundaries': importBoundaries, 'file-names': fileNames };

// Oxlint wants a plugin as the default export.
export default { meta: { name: 'house' }, rules };
