import type { ElectronApplication } from '@playwright/test';

/** The system's own dialogs cannot be driven; these answer in their place, in the main process. */

/** The next file that a dialog opens is this one. */
export async function willOpen(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
}

/** The next dialog that asks where to save is put away. */
export async function willNotSave(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
}

/** What is saved next goes to this path. */
export async function willSaveAs(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, file);
}
