import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge, EventName, Events } from './bridge.ts';
import { callChannel, eventChannel, type Reply } from './wire.ts';

// Generic on purpose: what may be asked is decided in the main process, which parses everything.
const bridge = {
  async call(name, payload) {
    const reply = (await ipcRenderer.invoke(callChannel, name, payload)) as Reply<typeof name>;
    if (!reply.ok) throw new Error(`Refused: ${reply.refusal}`);
    return reply.answer;
  },
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) {
    const heard = (_event: IpcRendererEvent, told: EventName, payload: Events[Name]) => {
      if (told === name) listener(payload);
    };
    ipcRenderer.on(eventChannel, heard);
    return () => {
      ipcRenderer.off(eventChannel, heard);
    };
  },
} satisfies Bridge;

contextBridge.exposeInMainWorld('rapporteur', bridge);
