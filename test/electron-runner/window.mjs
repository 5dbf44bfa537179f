// The Electron side of the test runner: one hidden window in the app's kind of renderer (sandboxed,
// isolated, no Node) that shows the address given as last argument. It ends with its parent.
import { app, BrowserWindow } from 'electron';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const address = process.argv.at(-1) ?? '';
const parent = process.ppid;

app.on('window-all-closed', () => app.quit());
setInterval(() => process.ppid === parent || app.exit(1), 1000).unref();

// Not awaited at the top level: Electron becomes ready only after this module has run.
void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false },
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    process.stderr.write(`The tests' renderer is gone: ${details.reason}\n`);
    app.exit(1);
  });
  const profiles = process.env['RAPPORTEUR_PROFILES'] ?? '';
  if (profiles !== '') window.webContents.once('dom-ready', () => void keepProfiles(window.webContents.debugger, profiles));
  await window.loadURL(address);
});

/** What runs between console.profile(name) and console.profileEnd(name) in the page, as <folder>/<name>.cpuprofile. */
async function keepProfiles(inspector, folder) {
  inspector.on('message', (_event, method, { title, profile }) => {
    if (method === 'Profiler.consoleProfileFinished') writeFileSync(path.join(folder, `${title}.cpuprofile`), JSON.stringify(profile));
  });
  inspector.attach('1.3');
  await inspector.sendCommand('Profiler.enable');
  await inspector.sendCommand('Profiler.setSamplingInterval', { interval: 500 });
}
