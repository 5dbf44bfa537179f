import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEngine } from './engine-client/start-engine.ts';
import { EngineProvider } from './engine-client/engine-context.tsx';
import { Frame } from './frame/frame.tsx';
import { ConfirmProvider } from './kit/confirm-dialog.tsx';
import { applyAppearance, rememberedAppearance } from './theme/appearance.ts';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { startWords } from './words/words.ts';

async function start(): Promise<void> {
  const { appearance, textSize } = rememberedAppearance();
  applyAppearance(appearance, textSize);
  const [running] = await Promise.all([startEngine(), startWords()]);
  const root = document.querySelector('#root');
  if (root === null) throw new Error('The page has no root element');
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <EngineProvider running={running}>
          <ConfirmProvider>
            <Frame />
          </ConfirmProvider>
        </EngineProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}

void start();
