// The least that Electron can show: one window with one word.
const { app, BrowserWindow } = require('electron');
void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1280, height: 840 });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html,<p>empty</p>');
});
