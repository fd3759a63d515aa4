import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { callChannel, eventChannel, eventNames } from '#core/ipc/names';

/**
 * All that the window gets: ask for a task, listen to an event. The names of tasks and everything in them are
 * checked on the other side; here only what is listened to is, so that no other channel can be reached.
 */
contextBridge.exposeInMainWorld('marbre', {
  call: (name: string, payload: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, payload),
  on: (event: string, listener: (payload: unknown) => void): (() => void) => {
    if (!(eventNames as readonly string[]).includes(event)) throw new Error('unknown event');
    const forward = (_event: IpcRendererEvent, name: string, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(eventChannel, forward);
    return () => void ipcRenderer.off(eventChannel, forward);
  },
});
