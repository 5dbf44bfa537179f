import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const shipped = [/^\/package\.json$/, /^\/LICENSE$/, /^\/dist$/, /^\/dist\/(electron|renderer)(\/|$)/];

/**
 * Whether a file or folder goes into the package: the bundle and nothing else, without its source
 * maps. The path begins with a slash and is relative to the repository's root.
 */
export function isShipped(file: string): boolean {
  return file === '' || (shipped.some((pattern) => pattern.test(file)) && !file.endsWith('.map'));
}

/** Leaves of the package's description what Electron reads at start. */
export async function shippedDescription(folder: string): Promise<void> {
  const place = path.join(folder, 'package.json');
  const whole = JSON.parse(await readFile(place, 'utf8')) as Record<string, unknown>;
  const kept = ['name', 'productName', 'version', 'description', 'license', 'author', 'type', 'main'];
  const description = Object.fromEntries(kept.map((key) => [key, whole[key]]));
  await writeFile(place, `${JSON.stringify(description, null, 2)}\n`);
}
