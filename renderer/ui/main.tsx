import './trusted-types.ts';
import { Notifications } from '@mantine/notifications';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { bridge } from './engine-client/bridge.ts';
import { EngineProvider } from './engine-client/engine-context.tsx';
import { startEngine } from './engine-client/start-engine.ts';
import { forgetSample, isSample } from './engine-client/workspace.ts';
import { Gate } from './gate/gate.tsx';
import { NotStartedPage } from './gate/damaged-page.tsx';
import { ConfirmProvider } from './kit/confirm-dialog.tsx';
import { tellFailure } from './kit/tell-failure.tsx';
import { applyAppearance, rememberedAppearance } from './theme/appearance.ts';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { rememberedLanguage } from './words/language.ts';
import { startWords } from './words/words.ts';

// Compiled parsers would need `eval`, which the page may not use.
z.config({ jitless: true });

async function start(): Promise<void> {
  const { appearance, textSize } = rememberedAppearance();
  applyAppearance(appearance, textSize);
  // The engine loads while the words do.
  const starting = startEngine();
  starting.catch(() => undefined);
  const language = rememberedLanguage();
  void bridge().call('window:language', language);
  await startWords(language);
  try {
    const running = await starting;
    if (isSample() && !(await running.engine.sample.begin()).ok) {
      forgetSample();
      throw new Error('The sample casework could not be made');
    }
    draw(
      <EngineProvider running={running}>
        <ConfirmProvider>
          <Gate />
        </ConfirmProvider>
      </EngineProvider>,
    );
  } catch {
    draw(<NotStartedPage />);
  }
}

function draw(page: ReactNode): void {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('The page has no root element');
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        {page}
        <Notifications position="bottom-right" limit={3} transitionDuration={120} containerWidth="26rem" />
      </ThemeProvider>
    </StrictMode>,
  );
}

// What nobody awaited and nobody caught is still told, in words.
window.addEventListener('unhandledrejection', () => tellFailure({ code: 'broken' }));

void start();
