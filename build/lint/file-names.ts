/** Names that say nothing of what is inside. */
const sayNothing = /^(utils?|helpers?|manager|misc|common|stuff)$/;

/**
 * What is wrong with a file's name, or `undefined`: kebab-case, and named for what it holds. A word
 * of the name between dots (`x.electron.test.ts`, `x.module.css`) is a tool's and not looked at.
 */
export function refuseFileName(file: string): string | undefined {
  const name = file.split('/').at(-1) ?? '';
  const stem = name.split('.')[0] ?? '';
  // CouchDB gives the files of a design document their names.
  if (file.startsWith('server/design/')) {
    return undefined;
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) {
    return `File names are in kebab-case: "${name}" is not.`;
  }
  const empty = stem.split('-').find((word) => sayNothing.test(word));
  return empty === undefined ? undefined : `Name the file for what it holds: "${empty}" says nothing.`;
}
