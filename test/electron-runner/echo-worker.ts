globalThis.onmessage = (event: MessageEvent) => {
  globalThis.postMessage(event.data, {});
};
