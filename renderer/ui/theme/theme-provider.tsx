import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './fonts.css';
import './tokens.css';
import './base.css';
import './mantine-parts.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDrawn } from './appearance.ts';
import { mantineTheme } from './mantine-theme.ts';
import { styleNonce } from './style-nonce.ts';

/** Everything below is drawn with the tokens. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const scheme = useDrawn() === 'dark' ? 'dark' : 'light';
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={scheme} getStyleNonce={styleNonce}>
      {children}
    </MantineProvider>
  );
}
